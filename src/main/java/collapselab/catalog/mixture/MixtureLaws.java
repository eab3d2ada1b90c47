package collapselab.catalog.mixture;

import collapselab.experiment.Conservation;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Growth;
import collapselab.experiment.Law;
import collapselab.experiment.MomentRecursion;
import collapselab.experiment.MomentRecursion.Step;
import collapselab.experiment.Protocol;
import collapselab.experiment.Rounded;
import collapselab.experiment.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * What theory says of the recursive mixture's spread and drift, over the real trace T: after each step of a fit a mixture has
 * its points' mean, and their covariance (over n) with the floor f on the diagonal. So the second moments go the way of one
 * normal distribution's, with samples that have 2 f more of variance than what was fitted.
 */
final class MixtureLaws {
    /** A mean can be seen while one chain's squared trace is on average at most this many times its mean, squared. */
    private static final double VISIBLE = 1.5;

    private static final String SOURCE =
            "exact: a fitted mixture has its sample's moments, whatever its components; recursion derived, it contains"
                    + " Kazdan et al. 2024, lemmas 2 and 3";

    private final Setting<MixtureParameters> setting;
    private final Protocol protocol;
    private final double floor; // 2 f / T
    private final boolean pure; // all later data are synthetic
    private final MomentRecursion exact;

    private MixtureLaws(Setting<MixtureParameters> setting, double realTrace) {
        this.setting = setting;
        protocol = setting.protocol();
        pure = protocol.realSamples() == 0;
        floor = 2 * setting.parameters().floor() / realTrace;
        exact = new MomentRecursion(
                protocol, setting.regime(), new Step(setting.parameters().statistical(), 0, 1, g -> floor));
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
        laws.add(law("trace_real", this::spread, "E[tr C\u209c]/T = " + formula("\u2096", "\u1d57")));
        if (pure) {
            // All later moments are linear in generation 0's, but for the floor's share of them.
            laws.add(law(
                    "trace_ratio",
                    g -> spread(g) / spread(0),
                    "E[tr C\u209c/tr C\u2081] = " + formula("\u2096\u2265\u2082", "\u1d57\u207b\u00b9")));
        }
        laws.add(law(
                "mean_error2", exact::meanError, "E|\u03bc\u209c \u2212 \u03bc\u2080|\u00b2/T = " + driftFormula()));
        return laws;
    }

    private Law law(String metric, IntToDoubleFunction value, String formula) {
        // One chain's relative variance grows at most like (1 + 2/(n - 1))^t, that of one normal distribution in a
        // line.
        boolean fades = setting.regime() == DataRegime.REPLACE && pure;
        int visible = fades
                ? (int) Math.floor(Math.log(VISIBLE) / Math.log1p(2.0 / (protocol.samples() - 1))) - 1
                : Integer.MAX_VALUE;
        return setting.parameters().infinite()
                ? Law.exact(metric, value, formula, SOURCE)
                : Law.mean(metric, value, formula, SOURCE).visibleUntil(visible);
    }

    private boolean plain() {
        boolean known = setting.regime() == DataRegime.REPLACE || setting.regime() == DataRegime.ACCUMULATE;
        return known
                && pure
                && protocol.growth() == Growth.CONSTANT
                && !setting.parameters().infinite();
    }

    /** The closed form where there is one, given the product's first factor and the power's exponent. */
    private String formula(String from, String power) {
        int n = protocol.samples();
        if (!plain()) {
            return setting.parameters().infinite() && floor == 0 ? "1" : recursion();
        }
        String product = setting.regime() == DataRegime.REPLACE
                ? "(1 \u2212 1/" + n + ")" + power
                : "\u220f" + from + "(1 \u2212 1/(" + n + "k\u00b2))";
        return product + (floor == 0 ? "" : " + the floor's " + Rounded.of(floor) + " a fit");
    }

    private String driftFormula() {
        return plain() && floor == 0 ? "1 \u2212 " + formula("\u2096", "\u1d57") : recursion();
    }

    private String recursion() {
        String n = setting.parameters().infinite() ? "\u221e" : Integer.toString(protocol.samples());
        return "by an exact recursion (n = " + n + (pure ? "" : ", real part " + Rounded.of(protocol.real()))
                + (floor == 0 ? "" : ", floor " + Rounded.of(floor) + " a fit") + ")";
    }

    private Conservation conserved() {
        boolean grows = floor > 0;
        boolean each = pure && protocol.growth() == Growth.CONSTANT;
        String floors = !grows
                ? ""
                : switch (setting.regime()) {
                    case REPLACE, REPLACE_MULTIPLE -> each ? " + " + Rounded.of(floor) + "\u00b7t" : " + floors";
                    case ACCUMULATE ->
                        each ? " + " + Rounded.of(floor) + "\u00b7(1 + 1/2 + \u2026 + 1/t)" : " + floors";
                    case SUBSAMPLE -> " + floors";
                };
        Law total = law(
                Conservation.METRIC,
                g -> spread(g) + exact.meanError(g),
                "E[tr C\u209c]/T + E|\u03bc\u209c \u2212 \u03bc\u2080|\u00b2/T = 1" + floors);
        return new Conservation("trace_real", "mean_error2", total);
    }
}
