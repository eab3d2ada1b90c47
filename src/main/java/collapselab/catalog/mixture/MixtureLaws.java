package collapselab.catalog.mixture;

import collapselab.experiment.Conservation;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Formula;
import collapselab.experiment.Law;
import collapselab.experiment.MomentFormulas;
import collapselab.experiment.MomentRecursion;
import collapselab.experiment.MomentRecursion.Step;
import collapselab.experiment.Protocol;
import collapselab.experiment.Rounded;
import collapselab.experiment.Setting;
import collapselab.experiment.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * What theory says of the recursive mixture's spread and drift, over the real trace T: after each step of a fit a mixture has
 * its points' mean, and their covariance (over n) with the floor f on the diagonal. So the second moments go the way of one
 * normal distribution's, with samples that have 2 f more of variance than what was fitted.
 */
final class MixtureLaws {
    /** A mean can be seen while one chain's squared trace is on average at most this many times its mean, squared. */
    private static final double VISIBLE = 1.5;

    /** Where the floor adds at most this much, over the real trace, a mean of its inverse cannot be told from its inverse. */
    private static final double NEGLIGIBLE = 1e-5;

    private static final String SOURCE =
            "exact: a fitted mixture has its sample's moments, whatever its components; recursion derived, it contains"
                    + " Kazdan et al. 2024, lemmas 2 and 3";

    private final Setting<MixtureParameters> setting;
    private final Protocol protocol;
    private final double floor; // 2 f / T
    private final boolean pure; // all later data are synthetic
    private final MomentRecursion exact;
    private final MomentFormulas formulas;

    private MixtureLaws(Setting<MixtureParameters> setting, double realTrace) {
        this.setting = setting;
        protocol = setting.protocol();
        pure = protocol.realSamples() == 0;
        floor = 2 * setting.parameters().floor() / realTrace;
        Step step = new Step(setting.parameters().statistical(), 0, 1, g -> floor);
        exact = new MomentRecursion(protocol, setting.regime(), step);
        formulas = new MomentFormulas(protocol, setting.regime(), step, "the floor's part");
    }

    /** The laws of a setting. */
    static List<Law> of(Setting<MixtureParameters> setting, double realTrace) {
        return new MixtureLaws(setting, realTrace).laws();
    }

    /** What spread and drift add up to. */
    static Conservation conservation(Setting<MixtureParameters> setting, double realTrace) {
        return new MixtureLaws(setting, realTrace).conserved();
    }

    private double spread(int generation) {
        return exact.variance(generation) + floor;
    }

    private List<Law> laws() {
        List<Law> laws = new ArrayList<>();
        laws.add(law("trace_real", formula("E[tr C\u209c]/T", formulas.sampled(), this::spread)));
        if (pure) {
            laws.add(ratio());
        }
        laws.add(law(
                "mean_error2",
                formula("E|\u03bc\u209c \u2212 \u03bc\u2080|\u00b2/T", formulas.meanError(), exact::meanError)));
        return laws;
    }

    /** All later moments are linear in generation 0's, but for the floor's share of them: E[1/tr C] is not 1/E[tr C]. */
    private Law ratio() {
        boolean mean = floor <= NEGLIGIBLE || setting.parameters().infinite();
        String ratio = "E[tr C\u209c/tr C\u2081]";
        Formula formula = formula(
                mean ? ratio : ratio + " \u2265 E[tr C\u209c]/E[tr C\u2081]",
                formulas.sinceFirst(),
                g -> spread(g) / spread(0));
        return mean
                ? law("trace_ratio", formula)
                : Law.floor("trace_ratio", formula, "Jensen's inequality on the exact moments, derived");
    }

    private Formula formula(String left, Optional<Term> closed, IntToDoubleFunction value) {
        return closed.map(term -> Formula.of(left + " = ", term))
                .orElseGet(() -> Formula.recursion(left, inputs(), value));
    }

    private String inputs() {
        return floor == 0 ? formulas.inputs() : formulas.inputs("floor " + Rounded.of(floor) + " a fit");
    }

    private Law law(String metric, Formula formula) {
        // One chain's relative variance grows at most like (1 + 2/(n - 1))^t, that of one normal distribution in a
        // line.
        boolean fades = setting.regime() == DataRegime.REPLACE && pure;
        int visible = fades
                ? (int) Math.floor(Math.log(VISIBLE) / Math.log1p(2.0 / (protocol.samples() - 1))) - 1
                : Integer.MAX_VALUE;
        return setting.parameters().infinite()
                ? Law.exact(metric, formula, SOURCE)
                : Law.mean(metric, formula, SOURCE).visibleUntil(visible);
    }

    private Conservation conserved() {
        Formula total = formula(
                "E[tr C\u209c]/T + E|\u03bc\u209c \u2212 \u03bc\u2080|\u00b2/T",
                formulas.total(),
                g -> spread(g) + exact.meanError(g));
        return new Conservation("trace_real", "mean_error2", law(Conservation.METRIC, total));
    }
}
