package collapselab.catalog.kde;

import collapselab.experiment.Conservation;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Formula;
import collapselab.experiment.Growth;
import collapselab.experiment.Law;
import collapselab.experiment.MomentFormulas;
import collapselab.experiment.Protocol;
import collapselab.experiment.Rounded;
import collapselab.experiment.Setting;
import collapselab.experiment.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** What theory says of the recursive kernel density estimate. t = g + 1 counts fits. No law of its likelihood is known. */
final class KdeLaws {
    private static final String RECURSION = "exact linear recursion of the first two moments, derived";
    private static final String KAZDAN = "Kazdan et al. 2024, appendix C";

    private final Setting<KdeParameters> setting;
    private final Protocol protocol;
    private final KdeMoments moments;
    private final MomentFormulas formulas;
    private final double step; // d h^2 over the real trace

    KdeLaws(Setting<KdeParameters> setting, RealData real) {
        this.setting = setting;
        protocol = setting.protocol();
        moments = new KdeMoments(setting, real.dimension(), real.variance());
        formulas = new MomentFormulas(protocol, setting.regime(), moments.step(), "d h\u00b2/\u03c3\u2080\u00b2");
        double h = setting.parameters().bandwidth();
        step = real.dimension() * h * h / real.variance();
    }

    List<Law> all() {
        List<Law> laws = new ArrayList<>();
        likelihood(laws);
        String source = isPublished() ? KAZDAN : RECURSION;
        laws.add(moment(
                "variance_ratio",
                formula("E[V\u209c + d h\u00b2]/\u03c3\u2080\u00b2", formulas.sampled(), moments::variance),
                source));
        laws.add(moment(
                "training_variance",
                formula("E[V\u209c]/\u03c3\u2080\u00b2", formulas.fitted(), moments::training),
                source));
        laws.add(moment(
                "mean_error2",
                formula("E|m\u209c|\u00b2/\u03c3\u2080\u00b2", formulas.meanError(), moments::meanError),
                source));
        boolean accumulates = setting.regime() == DataRegime.ACCUMULATE && protocol.growth() == Growth.CONSTANT;
        if (accumulates && setting.parameters().shrink() == Shrink.FIFTH && protocol.realSamples() == 0) {
            laws.add(Law.bound("training_variance", bound(), "Kazdan et al. 2024, theorem 7 (constant corrected)"));
        }
        return laws;
    }

    /** What the kernels add, where they shrink with the pool, adds up to a finite amount. */
    private Formula bound() {
        Term n = Term.whole(protocol.samples());
        Term kernels = Term.rounded(step)
                .named("a", "d c\u00b2/\u03c3\u2080\u00b2")
                .times(n.power(Term.number(-0.4)))
                .times(Term.ZETA);
        return Formula.of("E[V\u209c]/\u03c3\u2080\u00b2 \u2264 ", Term.ONE.plus(kernels));
    }

    /** Whether the paper has it: infinitely many samples of one density, alone or beside the earlier ones. */
    private boolean isPublished() {
        boolean regime = setting.regime() == DataRegime.REPLACE || setting.regime() == DataRegime.ACCUMULATE;
        return setting.parameters().infinite()
                && regime
                && protocol.realSamples() == 0
                && protocol.growth() == Growth.CONSTANT;
    }

    private Formula formula(String left, Optional<Term> closed, IntToDoubleFunction value) {
        return closed.map(term -> Formula.of(left + " = ", term))
                .orElseGet(() -> Formula.recursion(left, inputs(), value));
    }

    private String inputs() {
        boolean shrinks = setting.parameters().shrink() == Shrink.FIFTH;
        return formulas.inputs((shrinks ? "d c\u00b2/\u03c3\u2080\u00b2 = " : "d h\u00b2/\u03c3\u2080\u00b2 = ")
                + Rounded.of(step)
                + (shrinks ? ", h\u00b2 = c\u00b2 N^(\u22122/5)" : ""));
    }

    /** Only for normal data: n = infinity in closed form, and for any density the entropy of the real one (Gibbs). */
    private void likelihood(List<Law> laws) {
        if (setting.parameters().data() != KdeData.NORMAL) {
            return;
        }
        if (setting.parameters().infinite() && isReplace()) {
            laws.add(Law.mean("nll", withoutChance(), KAZDAN));
        }
        Term twoPi = Term.whole(2).times(Term.PI);
        Term nats = twoPi.ln().plus(Term.ONE).over(Term.whole(2));
        Formula entropy = Formula.of("E[NLL\u209c] \u2265 ", nats)
                .with(" = " + Rounded.of(0.5 * Math.log(2 * Math.PI * Math.E)) + ": the real entropy");
        laws.add(Law.floor("nll", entropy, "Gibbs' inequality"));
    }

    /** Normal data stay normal: the variance that the density has, v, grows by the kernel's at each fit. */
    private Formula withoutChance() {
        double h = setting.parameters().bandwidth();
        Term v =
                Term.ONE.plus(Term.number(h).power(Term.whole(2)).times(Term.T)).named("v");
        Term two = Term.whole(2);
        Term pi = Term.PI;
        return Formula.of(
                "E[NLL\u209c] = ",
                two.times(pi).times(v).ln().plus(Term.ONE.over(v)).over(two));
    }

    /** Spread and drift: together they grow by one kernel a generation, and no chance moves that. */
    Conservation conservation() {
        Formula total = formula(
                "E[V\u209c + d h\u00b2 + |m\u209c|\u00b2]/\u03c3\u2080\u00b2", formulas.total(), moments::total);
        return new Conservation("variance_ratio", "mean_error2", moment(Conservation.METRIC, total, RECURSION));
    }

    private Law moment(String metric, Formula formula, String source) {
        return setting.parameters().infinite() ? Law.exact(metric, formula, source) : Law.mean(metric, formula, source);
    }

    private boolean isReplace() {
        return setting.regime() == DataRegime.REPLACE
                && protocol.realSamples() == 0
                && protocol.growth() == Growth.CONSTANT;
    }
}
