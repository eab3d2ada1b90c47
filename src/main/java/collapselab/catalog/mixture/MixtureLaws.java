package collapselab.catalog.mixture;

import collapselab.experiment.Conservation;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Law;
import collapselab.experiment.Law.Kind;
import collapselab.experiment.Protocol;
import collapselab.experiment.Setting;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * What theory says of the recursive mixture's spread and drift, over the real trace T.
 *
 * <p>A fit of n points of a mixture of covariance C has the mean and the covariance of its points, with the floor f: the
 * first has covariance C / n, the second the mean (1 - 1/n) C + f I. Pools merge by Chan's formula. With V = E[tr C] and M =
 * E|mean - real mean|^2, a batch of n that joins N points gives
 *
 * <pre>
 *   V' = f_ + N/(N+n) S + V (n/(N+n) (1 - 1/n) + N n/(N+n)^2 / n),   f_ = 2 f, S = V - f_
 *   M' = M + (n/(N+n))^2 V / n
 * </pre>
 *
 * with N = 0 where nothing is kept. For f = 0 these are (1 - 1/n)^t and the product of 1 - 1/(n k^2), as for one normal
 * distribution (Kazdan et al. 2024, lemmas 2 and 3).
 */
final class MixtureLaws {
    /** A mean can be seen while one chain's squared trace is on average at most this many times its mean, squared. */
    private static final double VISIBLE = 3;

    private static final String SOURCE =
            "exact: after each step of a fit a mixture has its sample's moments; Kazdan et al. 2024, lemmas 2 and 3";

    private final Setting<MixtureParameters> setting;
    private final Protocol protocol;
    private final double floor; // 2 f / T
    private final double[] spread;
    private final double[] drift;

    private MixtureLaws(Setting<MixtureParameters> setting, double realTrace) {
        this.setting = setting;
        protocol = setting.protocol();
        floor = 2 * setting.parameters().floor() / realTrace;
        spread = new double[protocol.generations()];
        drift = new double[protocol.generations()];
        recur();
    }

    /** The laws of a setting; none where none is known. */
    static List<Law> of(Setting<MixtureParameters> setting, double realTrace) {
        return known(setting) ? new MixtureLaws(setting, realTrace).laws() : List.of();
    }

    /** What spread and drift add up to; empty where that is not known. */
    static Optional<Conservation> conservation(Setting<MixtureParameters> setting, double realTrace) {
        return known(setting) ? Optional.of(new MixtureLaws(setting, realTrace).conserved()) : Optional.empty();
    }

    private static boolean known(Setting<MixtureParameters> setting) {
        return setting.regime() != DataRegime.SUBSAMPLE && setting.protocol().realSamples() == 0;
    }

    private void recur() {
        double pooled = 0;
        double v = 1;
        double s = 0;
        double m = 0;
        for (int g = 0; g < spread.length; g++) {
            double n = setting.regime().batch(protocol, g);
            double total = pooled + n;
            double chance = setting.parameters().infinite() ? 0 : 1 / n;
            m += n * n / (total * total) * v * chance;
            s = pooled / total * s + v * (n / total * (1 - chance) + pooled * n / (total * total) * chance);
            v = s + floor;
            spread[g] = v;
            drift[g] = m;
            pooled = setting.regime() == DataRegime.ACCUMULATE ? total : 0;
        }
    }

    private List<Law> laws() {
        return List.of(
                law("trace_real", g -> spread[g], "E[tr C\u209c]/T = " + formula("")),
                law("trace_ratio", g -> spread[g] / spread[0], "E[tr C\u209c/tr C\u2081] = " + formula("later ")),
                law("mean_error2", g -> drift[g], "E|\u03bc\u209c \u2212 \u03bc\u2080|\u00b2/T = " + driftFormula()));
    }

    private Law law(String metric, java.util.function.IntToDoubleFunction value, String formula) {
        // One chain's relative variance grows at most like (1 + 2/(n - 1))^t, that of one normal distribution in a
        // line.
        boolean fades =
                setting.regime() == DataRegime.REPLACE && !setting.parameters().infinite();
        int visible = fades
                ? (int) Math.floor(Math.log(VISIBLE) / Math.log1p(2.0 / (protocol.samples() - 1))) - 1
                : Integer.MAX_VALUE;
        return new Law(metric, Kind.MEAN, value, g -> Double.NaN, visible, Optional.empty(), formula, SOURCE);
    }

    private String formula(String later) {
        String n = Integer.toString(protocol.samples());
        String fixed = floor > 0 ? " + floor" : "";
        if (setting.parameters().infinite()) {
            return "1" + fixed;
        }
        return switch (setting.regime()) {
            case ACCUMULATE ->
                "\u220f" + (later.isEmpty() ? "" : "\u2096\u2265\u2082") + "(1 \u2212 1/(" + n + "k\u00b2))" + fixed;
            case REPLACE -> "(1 \u2212 1/" + n + ")" + (later.isEmpty() ? "\u1d57" : "\u1d57\u207b\u00b9") + fixed;
            default -> "\u220f(1 \u2212 1/n\u2096)" + fixed;
        };
    }

    private String driftFormula() {
        return setting.parameters().infinite() ? "0" : "1 \u2212 " + (floor > 0 ? "what is left of T" : formula(""));
    }

    private Conservation conserved() {
        String total = floor == 0
                ? " = 1"
                : " = 1 + " + shown(floor)
                        + (setting.regime() == DataRegime.ACCUMULATE
                                ? " \u00b7 (1 + 1/2 + \u2026 + 1/t)"
                                : " \u00b7 t");
        return new Conservation(
                "trace_real",
                "mean_error2",
                g -> spread[g] + drift[g],
                "E[tr C\u209c]/T + E|\u03bc\u209c \u2212 \u03bc\u2080|\u00b2/T" + total,
                SOURCE);
    }

    /** Four significant digits. */
    private static String shown(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
