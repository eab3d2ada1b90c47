package collapselab.catalog.gaussian;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Growth;
import collapselab.experiment.Law;
import collapselab.experiment.Law.Kind;
import collapselab.experiment.MomentRecursion;
import collapselab.experiment.Protocol;
import collapselab.experiment.SampleLimit;
import collapselab.experiment.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.special.Gamma;

/** What theory says of the recursive Gaussian. t = g + 1 counts fits. */
final class GaussianLaws {
    /** A mean can be seen while one chain's squared variance is at most this many times its squared mean. */
    private static final double VISIBLE = 3;

    private static final String SHUMAILOV =
            "Shumailov et al. 2024, section 3; exact form derived from chi-square refits";
    private static final String KAZDAN = "Kazdan et al. 2024, lemmas 2 and 3";
    private static final String RECURSION = "exact linear recursion of the first two moments, derived";

    private final Setting<GaussianParameters> setting;
    private final int n;
    private final int d;
    private final double tau;
    private final Estimator estimator;
    private final boolean pureReplace;

    private GaussianLaws(Setting<GaussianParameters> setting) {
        this.setting = setting;
        Protocol protocol = setting.protocol();
        n = protocol.samples();
        d = setting.parameters().dimension();
        tau = setting.parameters().temperature();
        estimator = setting.parameters().estimator();
        pureReplace = setting.regime() == DataRegime.REPLACE
                && protocol.realSamples() == 0
                && protocol.growth() == Growth.CONSTANT;
    }

    static List<Law> of(Setting<GaussianParameters> setting) {
        return new GaussianLaws(setting).laws();
    }

    /** Mean over chains of one generation's change of ln variance: psi((n-1)/2) + ln 2 - ln(n - 1), or - ln n. */
    static double logStep(int n, Estimator estimator) {
        return Gamma.digamma((n - 1) / 2.0) + Math.log(2.0 / estimator.divisor(n));
    }

    private List<Law> laws() {
        List<Law> laws = new ArrayList<>();
        MomentRecursion exact = new MomentRecursion(
                setting.protocol(),
                setting.regime(),
                new MomentRecursion.Step(SampleLimit.FINITE, estimator == Estimator.UNBIASED ? 1 : 0, tau, g -> 0));
        Optional<Law> log = pureReplace && n > d ? Optional.of(logLaw()) : Optional.empty();
        laws.add(mean("variance_ratio", exact::variance, varianceDeviation(exact), log, varianceFormula()));
        if (pureReplace && d == 1) {
            laws.add(typical());
        }
        laws.add(mean("mean_error2", exact::meanError, g -> Double.NaN, log, meanFormula()));
        log.ifPresent(laws::add);
        if (pureReplace && d == 1) {
            double step = meanRootStep();
            laws.add(mean(
                    "w2",
                    g -> exact.meanError(g)
                            + exact.variance(g)
                            + 1
                            - 2 * Math.pow(step, g + 1) * Math.pow(tau, g / 2.0),
                    g -> Double.NaN,
                    log,
                    "E[W\u2082\u00b2] = E[(\u03bc\u209c)\u00b2] + E[\u03c3\u209c\u00b2] + 1 \u2212 2\u00b7"
                            + shown(step) + "\u1d57"));
        }
        return laws;
    }

    private Law mean(
            String metric,
            IntToDoubleFunction value,
            IntToDoubleFunction deviation,
            Optional<Law> otherwise,
            String formula) {
        int visible =
                pureReplace ? (int) Math.floor(Math.log(VISIBLE) / Math.log1p(2.0 / (n - 1))) - 1 : Integer.MAX_VALUE;
        String source =
                switch (setting.regime()) {
                    case REPLACE -> pureReplace ? SHUMAILOV : RECURSION;
                    case ACCUMULATE -> plain() ? KAZDAN : RECURSION;
                    case SUBSAMPLE, REPLACE_MULTIPLE -> RECURSION;
                };
        return new Law(metric, Kind.MEAN, value, deviation, visible, otherwise, formula, source);
    }

    /** For d = 1 the variance of a product of independent chi-squares over their degrees of freedom. */
    private IntToDoubleFunction varianceDeviation(MomentRecursion exact) {
        return pureReplace && d == 1
                ? g -> exact.variance(g) * Math.sqrt(Math.pow(1 + 2.0 / (n - 1), g + 1) - 1)
                : g -> Double.NaN;
    }

    /** E ln det(Sigma_t) / d and its deviation: sums over the chi-squares of a Bartlett factor. */
    private Law logLaw() {
        double sum = 0;
        double squares = 0;
        for (int j = 1; j <= d; j++) {
            sum += Gamma.digamma((n - j) / 2.0) + Math.log(2.0 / estimator.divisor(n));
            squares += Gamma.trigamma((n - j) / 2.0);
        }
        double step = sum / d;
        double spread = squares / ((double) d * d);
        String symbol = d == 1 ? "E[ln \u03c3\u209c\u00b2]" : "E[ln det \u03a3\u209c]/" + d;
        return new Law(
                "log_variance_ratio",
                Kind.MEAN,
                g -> (g + 1) * step + g * Math.log(tau),
                g -> Math.sqrt((g + 1) * spread),
                Integer.MAX_VALUE,
                Optional.empty(),
                symbol + " = " + shown(step) + "\u00b7t" + (tau == 1 ? "" : " + (t\u22121) ln " + shown(tau)),
                "digamma form of the chi-square refits, derived");
    }

    private Law typical() {
        double step = logStep(n, estimator);
        return new Law(
                "variance_ratio",
                Kind.TYPICAL,
                g -> Math.exp((g + 1) * step + g * Math.log(tau)),
                g -> Double.NaN,
                Integer.MAX_VALUE,
                Optional.empty(),
                "median \u2248 exp(" + shown(step) + "\u00b7t)",
                "digamma form of the chi-square refits, derived");
    }

    /** E[sigma_t] / E[sigma_(t-1)]: the constant c4(n), times sqrt((n-1)/n) for maximum likelihood. */
    private double meanRootStep() {
        return Math.sqrt(2.0 / estimator.divisor(n))
                * Math.exp(Gamma.logGamma(n / 2.0) - Gamma.logGamma((n - 1) / 2.0));
    }

    private String varianceFormula() {
        String symbol = d == 1 ? "E[\u03c3\u209c\u00b2]/\u03c3\u2080\u00b2" : "E[tr \u03a3\u209c]/tr \u03a3\u2080";
        String temperature = tau == 1 ? "" : " \u00b7 " + shown(tau) + "\u1d57\u207b\u00b9";
        return symbol
                + switch (setting.regime()) {
                    case REPLACE ->
                        pureReplace
                                ? (estimator == Estimator.UNBIASED ? " = 1" : " = (1 \u2212 1/" + n + ")\u1d57")
                                        + temperature
                                : mixed();
                    case ACCUMULATE ->
                        !plain()
                                ? mixed()
                                : estimator == Estimator.MLE
                                        ? " = \u220f\u2096(1 \u2212 1/(" + n + "k\u00b2)) \u2192 " + shown(limit())
                                        : " = \u220f\u2096(1 \u2212 1/(k(" + n + "k\u22121)))";
                    case SUBSAMPLE, REPLACE_MULTIPLE -> mixed();
                };
    }

    /** Whether nothing but the regime is at work. */
    private boolean plain() {
        Protocol protocol = setting.protocol();
        return protocol.realSamples() == 0 && protocol.growth() == Growth.CONSTANT && tau == 1;
    }

    /** Euler's product: sin(x)/x at x = pi / sqrt(n). */
    private double limit() {
        double x = Math.PI / Math.sqrt(n);
        return Math.sin(x) / x;
    }

    private String meanFormula() {
        boolean plain = pureReplace && tau == 1;
        return "E|\u03bc\u209c|\u00b2"
                + (plain
                        ? estimator == Estimator.UNBIASED ? " = t/" + n : " = 1 \u2212 (1 \u2212 1/" + n + ")\u1d57"
                        : mixed());
    }

    private String mixed() {
        Protocol protocol = setting.protocol();
        String real = protocol.realSamples() == 0 ? "" : ", " + protocol.realSamples() + " of them real";
        return " by an exact recursion (n = " + n + real + ")";
    }

    /** Four significant digits. */
    private static String shown(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
