package collapselab.catalog.kde;

import collapselab.experiment.Conservation;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Growth;
import collapselab.experiment.Law;
import collapselab.experiment.Protocol;
import collapselab.experiment.Rounded;
import collapselab.experiment.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** What theory says of the recursive kernel density estimate. t = g + 1 counts fits. No law of its likelihood is known. */
final class KdeLaws {
    /** Riemann's zeta at 7/5. */
    private static final double ZETA = 3.105_547_28;

    private static final String RECURSION = "exact linear recursion of the first two moments, derived";
    private static final String KAZDAN = "Kazdan et al. 2024, appendix C";

    private final Setting<KdeParameters> setting;
    private final Protocol protocol;
    private final KdeMoments moments;
    private final double step; // d h^2 over the real trace

    KdeLaws(Setting<KdeParameters> setting, RealData real) {
        this.setting = setting;
        protocol = setting.protocol();
        moments = new KdeMoments(setting, real.dimension(), real.variance());
        double h = setting.parameters().bandwidth();
        step = real.dimension() * h * h / real.variance();
    }

    List<Law> all() {
        List<Law> laws = new ArrayList<>();
        likelihood(laws);
        String source = setting.parameters().infinite() ? KAZDAN : RECURSION;
        laws.add(moment(
                "variance_ratio",
                moments::variance,
                "E[V\u209c + d h\u00b2]/\u03c3\u2080\u00b2" + variance(step),
                source));
        laws.add(moment("training_variance", moments::training, "E[V\u209c]/\u03c3\u2080\u00b2" + variance(0), source));
        laws.add(
                moment("mean_error2", moments::meanError, "E|m\u209c|\u00b2/\u03c3\u2080\u00b2" + meanError(), source));
        if (setting.regime() == DataRegime.ACCUMULATE && setting.parameters().shrink() == Shrink.FIFTH && plain()) {
            double bound = 1 + step * Math.pow(protocol.samples(), -0.4) * ZETA;
            laws.add(Law.bound(
                    "training_variance",
                    g -> bound,
                    "V\u209c \u2264 \u03c3\u2080\u00b2 + d c\u00b2 n^(\u22122/5) \u03b6(7/5): at most "
                            + Rounded.of(bound) + " \u03c3\u2080\u00b2",
                    "Kazdan et al. 2024, theorem 7 (constant corrected)"));
        }
        return laws;
    }

    /** Only for normal data: n = infinity in closed form, and for any density the entropy of the real one (Gibbs). */
    private void likelihood(List<Law> laws) {
        if (setting.parameters().data() != KdeData.NORMAL) {
            return;
        }
        if (setting.parameters().infinite() && isReplace()) {
            double h = setting.parameters().bandwidth();
            laws.add(Law.mean(
                    "nll",
                    g -> {
                        double v = 1 + (g + 1) * h * h;
                        return 0.5 * (Math.log(2 * Math.PI * v) + 1 / v);
                    },
                    "\u00bd ln(2\u03c0v) + 1/(2v), v = 1 + " + Rounded.of(h * h) + " t",
                    KAZDAN));
        }
        double entropy = 0.5 * Math.log(2 * Math.PI * Math.E);
        laws.add(Law.floor(
                "nll",
                g -> entropy,
                "at least the real entropy, \u00bd ln(2\u03c0e) = " + Rounded.of(entropy),
                "Gibbs' inequality"));
    }

    /** Spread and drift: together they grow by one kernel a generation, and no chance moves that. */
    Conservation conservation() {
        String total = plain() && setting.parameters().shrink() == Shrink.NONE
                ? switch (setting.regime()) {
                    case REPLACE, REPLACE_MULTIPLE -> " = 1 + " + Rounded.of(step) + " t";
                    case ACCUMULATE -> " = 1 + " + Rounded.of(step) + " H\u209c, H\u209c = 1 + 1/2 + \u2026 + 1/t";
                    case SUBSAMPLE -> exactly();
                }
                : exactly();
        Law sum = moment(
                Conservation.METRIC,
                moments::total,
                "E[V\u209c + d h\u00b2 + |m\u209c|\u00b2]/\u03c3\u2080\u00b2" + total,
                RECURSION);
        return new Conservation("variance_ratio", "mean_error2", sum);
    }

    private Law moment(String metric, IntToDoubleFunction value, String formula, String source) {
        return setting.parameters().infinite()
                ? Law.exact(metric, value, formula, source)
                : Law.mean(metric, value, formula, source);
    }

    /** E[V] in words, plus what is added to it. */
    private String variance(double added) {
        if (!isReplace() || setting.parameters().shrink() != Shrink.NONE) {
            return exactly();
        }
        if (setting.parameters().infinite()) {
            return " = 1 + " + Rounded.of(step) + (added == 0 ? " (t \u2212 1)" : " t");
        }
        double n = protocol.samples();
        return " = " + Rounded.of((n - 1) * step + added) + " \u2212 " + Rounded.of(n * step - 1) + " (1 \u2212 1/"
                + protocol.samples() + ")\u1d57";
    }

    private String meanError() {
        return isReplace() && setting.parameters().shrink() == Shrink.NONE
                ? " = 1 + " + Rounded.of(step) + " (t \u2212 1) \u2212 E[V\u209c]/\u03c3\u2080\u00b2"
                : exactly();
    }

    private boolean isReplace() {
        return setting.regime() == DataRegime.REPLACE && plain();
    }

    /** Whether closed forms hold: no real data later, and batches of one size. */
    private boolean plain() {
        return protocol.realSamples() == 0 && protocol.growth() == Growth.CONSTANT;
    }

    private String exactly() {
        String later = protocol.realSamples() == 0 ? "" : ", " + Rounded.of(100 * protocol.real()) + " % of them real";
        return " by an exact recursion (n = " + (setting.parameters().infinite() ? "\u221e" : protocol.samples())
                + later + ")";
    }
}
