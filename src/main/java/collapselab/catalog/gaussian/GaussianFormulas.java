package collapselab.catalog.gaussian;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Growth;
import collapselab.experiment.Protocol;
import collapselab.experiment.Rounded;
import collapselab.experiment.Setting;

/** The laws' formulas, with the user's numbers in them. */
final class GaussianFormulas {
    private static final String SHUMAILOV =
            "Shumailov et al. 2024, section 3; exact form derived from chi-square refits";
    private static final String KAZDAN = "Kazdan et al. 2024, lemmas 2 and 3";
    private static final String RECURSION = "exact linear recursion of the first two moments, derived";

    private static final String VARIANCE = "E[\u03c3\u209c\u00b2]/\u03c3\u2080\u00b2";
    private static final String MEAN = "E|\u03bc\u209c|\u00b2";

    private final Setting<GaussianParameters> setting;
    private final Protocol protocol;
    private final int n;
    private final int d;
    private final double scale;
    private final boolean unbiased;
    private final boolean infinite;
    private final boolean pureReplace;

    GaussianFormulas(Setting<GaussianParameters> setting) {
        this.setting = setting;
        protocol = setting.protocol();
        n = protocol.samples();
        d = setting.parameters().dimension();
        scale = setting.parameters().scale();
        unbiased = setting.parameters().estimator() == Estimator.UNBIASED;
        infinite = setting.parameters().infinite();
        pureReplace = GaussianLaws.pureReplace(setting);
    }

    /** Whether nothing but the regime is at work. */
    private boolean plainAccumulate() {
        return setting.regime() == DataRegime.ACCUMULATE && protocol.real() == 0 && scale == 1 && !infinite;
    }

    /** Whether the sample size is the same at every generation. */
    private boolean constant() {
        return protocol.growth() == Growth.CONSTANT && setting.regime() != DataRegime.REPLACE_MULTIPLE;
    }

    /** n_k of models that are fitted to the last batch alone. */
    private String sizes() {
        boolean multiple = setting.regime() == DataRegime.REPLACE_MULTIPLE;
        return switch (protocol.growth()) {
            case CONSTANT -> multiple ? n + "k" : "" + n;
            case LINEAR -> multiple ? n + "k(k+1)/2" : n + "k";
            case SUPERLINEAR -> multiple ? "\u2211 " + n + "j\u00b9\u00b7\u2075" : n + "k\u00b9\u00b7\u2075";
        };
    }

    String source() {
        return pureReplace && setting.parameters().normal()
                ? SHUMAILOV
                : plainAccumulate() && constant() ? KAZDAN : RECURSION;
    }

    String variance() {
        String symbol = d == 1 ? VARIANCE : "E[tr \u03a3\u209c]/tr \u03a3\u2080";
        if (pureReplace) {
            String power = scale == 1 ? "" : Rounded.of(scale) + "\u1d57\u207b\u00b9";
            String loss = infinite || unbiased
                    ? ""
                    : constant() ? "(1 \u2212 1/" + n + ")\u1d57" : "\u220f\u2096(1 \u2212 1/" + bracketed() + ")";
            String product = loss + (loss.isEmpty() || power.isEmpty() ? "" : " \u00b7 ") + power;
            return symbol + " = " + (product.isEmpty() ? "1" : product);
        }
        if (plainAccumulate() && !unbiased) {
            return symbol
                    + (constant()
                            ? " = \u220f\u2096(1 \u2212 1/(" + n + "k\u00b2)) \u2192 " + Rounded.of(limit())
                            : " = \u220f\u2096(1 \u2212 n\u2096/N\u2096\u00b2), n\u2096 = " + sizes());
        }
        return symbol
                + (plainAccumulate() && constant()
                        ? " = \u220f\u2096(1 \u2212 1/(k(" + n + "k\u22121)))"
                        : recursion());
    }

    private String bracketed() {
        return sizes().equals("" + n) ? sizes() : "(" + sizes() + ")";
    }

    /** Euler's product: sin(x)/x at x = pi / sqrt(n). */
    private double limit() {
        double x = Math.PI / Math.sqrt(n);
        return Math.sin(x) / x;
    }

    String meanError() {
        if (!pureReplace || scale != 1) {
            return MEAN + recursion();
        }
        if (constant()) {
            return MEAN + (unbiased ? " = t/" + n : " = 1 \u2212 (1 \u2212 1/" + n + ")\u1d57");
        }
        return unbiased
                ? MEAN + " = \u2211\u2096 1/" + bracketed() + bounded()
                : MEAN + " = 1 \u2212 \u220f\u2096(1 \u2212 1/" + bracketed() + ")" + bounded();
    }

    /** What becomes of the sum of 1/n_k where a closed form is known: pi^2/6 and zeta(3/2) are sums of powers. */
    private String bounded() {
        boolean multiple = setting.regime() == DataRegime.REPLACE_MULTIPLE;
        if (protocol.growth() == Growth.SUPERLINEAR && !multiple) {
            return "; \u2211 1/n\u2096 \u2192 2.612/" + n + " stays finite";
        }
        if (protocol.growth() == Growth.LINEAR && multiple) {
            return "; \u2211 1/n\u2096 \u2192 2/" + n + " stays finite";
        }
        return protocol.growth() == (multiple ? Growth.CONSTANT : Growth.LINEAR)
                ? "; \u2211 1/n\u2096 \u2248 (ln t + 0.577)/" + n + " grows without end"
                : "";
    }

    /** E of the log determinant over d; {@code step} is its first term. */
    String log(double step) {
        String symbol = d == 1 ? "E[ln \u03c3\u209c\u00b2]" : "E[ln det \u03a3\u209c]/" + d;
        String power = scale == 1 ? "" : " + (t\u22121) ln " + Rounded.of(scale);
        if (constant()) {
            return symbol + " = " + Rounded.of(step) + "\u00b7t" + power;
        }
        String terms = "\u03c8((n\u2096\u22121)/2) + ln(2/" + (unbiased ? "(n\u2096\u22121)" : "n\u2096") + ")";
        return symbol + " = \u2211\u2096[" + terms + "], n\u2096 = " + sizes() + power;
    }

    String typical() {
        return "median \u2248 exp E[ln \u03c3\u209c\u00b2]"
                + (constant() && scale == 1
                        ? " = exp("
                                + Rounded.of(ChiSquareSteps.logStep(
                                        n, setting.parameters().estimator()))
                                + "\u00b7t)"
                        : "");
    }

    String logBound() {
        String symbols = d == 1
                ? "E[ln \u03c3\u209c\u00b2] \u2264 ln E[\u03c3\u209c\u00b2]"
                : "E[ln det \u03a3\u209c]/" + d + " \u2264 ln E[tr \u03a3\u209c]/tr \u03a3\u2080";
        return symbols + ", the latter" + recursion();
    }

    String distance() {
        String root = unbiased ? "c\u2084(n\u2096)" : "c\u2084(n\u2096)\u221a(1 \u2212 1/n\u2096)";
        return "E[W\u2082\u00b2] = E[\u03bc\u209c\u00b2] + E[\u03c3\u209c\u00b2] + 1 \u2212 2 E[\u03c3\u209c], with E[\u03c3\u209c] = "
                + (constant() ? Rounded.of(rootStep()) + "\u1d57" : "\u220f\u2096 " + root + ", n\u2096 = " + sizes())
                + (scale == 1 ? "" : ", times " + Rounded.of(Math.sqrt(scale)) + "\u1d57\u207b\u00b9");
    }

    private double rootStep() {
        return new ChiSquareSteps(1, g -> n, 1, setting.parameters().estimator()).root(0);
    }

    String distanceFloor(Reality reality) {
        return "E[W\u2082\u00b2] \u2265 E[\u03bc\u209c\u00b2] + E[\u03c3\u209c\u00b2] + 1 \u2212 2" + likeness(reality)
                + "\u221aE[\u03c3\u209c\u00b2]," + recursion();
    }

    private static String likeness(Reality reality) {
        return reality.likeness() == 1 ? "" : "\u00b7" + Rounded.of(reality.likeness());
    }

    String distanceWithoutChance(Reality reality) {
        return "W\u2082\u00b2 = \u03c3\u209c\u00b2 + 1 \u2212 2" + likeness(reality)
                + "\u03c3\u209c"
                + (scale == 1 ? " = " + Rounded.of(2 - 2 * reality.likeness()) + " from the first generation on" : "");
    }

    /** Spread and drift together. */
    String total() {
        String sum = VARIANCE + " + " + MEAN;
        if (scale != 1 || infinite) {
            return sum + (infinite && scale == 1 ? " = 1" : recursion());
        }
        if (!unbiased) {
            return sum + " = 1: what the spread loses, the drift gains";
        }
        return sum
                + (pureReplace
                        ? constant() ? " = 1 + t/" + n : " = 1 + \u2211\u2096 1/" + bracketed() + bounded()
                        : recursion());
    }

    private String recursion() {
        int real = protocol.realSamples();
        String size = infinite ? "n = \u221e" : "n = " + n + (constant() ? "" : ", growing");
        return " by an exact recursion (" + size + (real == 0 ? "" : ", " + real + " in " + n + " real")
                + (scale == 1 ? "" : ", samples' variance \u00d7 " + Rounded.of(scale)) + ")";
    }
}
