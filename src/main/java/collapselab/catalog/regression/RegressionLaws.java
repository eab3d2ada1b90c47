package collapselab.catalog.regression;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Growth;
import collapselab.experiment.Law;
import collapselab.experiment.Protocol;
import collapselab.experiment.Rounded;
import collapselab.experiment.SampleLimit;
import collapselab.experiment.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** What theory says of the recursive regression. t = g + 1 counts fits. */
final class RegressionLaws {
    /** Below this many degrees of freedom of a fit's chi-square its loss has no fourth moment: no mean's error can be told. */
    private static final int VISIBLE_DEGREES = 9;

    private static final String RIDGE = "Dohmatob et al. 2024, theorem 4.3 and equation 23, for large d and T";
    private static final String UNBIASED = "least squares is unbiased";

    private final Setting<RegressionParameters> setting;
    private final RegressionParameters parameters;
    private final Protocol protocol;
    private final Truth truth;
    private final int d;
    private final int samples;
    private final boolean kept;

    private RegressionLaws(Setting<RegressionParameters> setting) {
        this.setting = setting;
        parameters = setting.parameters();
        protocol = setting.protocol();
        truth = Truth.of(parameters);
        d = parameters.dimension();
        samples = protocol.samples();
        kept = parameters.design() == Design.KEPT;
    }

    static List<Law> of(Setting<RegressionParameters> setting) {
        RegressionLaws laws = new RegressionLaws(setting);
        if (setting.parameters().statistical() == SampleLimit.INFINITE) {
            return laws.infinite();
        }
        if (setting.parameters().solver() == Solver.GRADIENT_DESCENT) {
            return List.of();
        }
        return setting.parameters().ridge() > 0 ? laws.ridge() : laws.leastSquares();
    }

    /** sigma^2 d / (T - d - 1), what a fit to one batch adds to the loss. */
    private double step() {
        return parameters.noise() * parameters.noise() * d / (samples - d - 1.0);
    }

    private String stepFormula() {
        return Rounded.of(parameters.noise()) + "\u00b2\u00b7" + d + "/(" + samples + "\u2212" + d + "\u22121)";
    }

    private List<Law> leastSquares() {
        List<Law> laws = new ArrayList<>();
        if (LossTheory.isKnown(setting)) {
            LossTheory theory = LossTheory.of(setting);
            double inverse = 0;
            for (int j = 0; j < d; j++) {
                inverse += 1 / truth.eigenvalues().get(j);
            }
            double perLoss = inverse / d;
            laws.add(mean("test_loss", theory::loss, "E = " + formula()));
            bound().ifPresent(laws::add);
            laws.add(mean(
                    "coefficient_error",
                    g -> perLoss * theory.loss(g),
                    perLoss == 1 ? "E = " + formula() : "E = " + Rounded.of(perLoss) + " \u00d7 (" + formula() + ")"));
            laws.add(mean("variance", theory::loss, "E = " + formula()));
        }
        laws.add(Law.exact("bias2", g -> 0, "0: " + UNBIASED, "Gauss and Markov"));
        return laws;
    }

    private Law mean(String metric, IntToDoubleFunction value, String formula) {
        int smallest = Math.min(samples, parameters.generatorCount(samples, samples));
        int lastVisible = smallest - d + 1 < VISIBLE_DEGREES ? -1 : Integer.MAX_VALUE;
        return Law.mean(metric, value, formula, source()).visibleUntil(lastVisible);
    }

    /** Under accumulate no chain's mean ever passes pi^2 / 6 of one fit's. */
    private Optional<Law> bound() {
        double limit = step() * Math.PI * Math.PI / 6;
        return setting.regime() == DataRegime.ACCUMULATE && !parameters.separateGenerators()
                ? Optional.of(Law.bound(
                        "test_loss",
                        g -> limit,
                        "E \u2264 " + stepFormula() + "\u00b7\u03c0\u00b2/6 = " + Rounded.of(limit),
                        "Gerstgrasser et al. 2024, theorem 2"))
                : Optional.empty();
    }

    private boolean plain() {
        return !parameters.separateGenerators() && protocol.real() == 0 && protocol.growth() == Growth.CONSTANT;
    }

    private String formula() {
        String one = stepFormula();
        if (!plain()) {
            return "the sum of what each fit adds, by recursion (" + numbers() + ")";
        }
        return switch (setting.regime()) {
            case REPLACE -> one + "\u00b7t = " + Rounded.of(step()) + "\u00b7t";
            case REPLACE_MULTIPLE ->
                kept
                        ? one + "\u00b7\u03a3 1/k, k \u2264 t"
                        : squared() + "\u03a3 " + d + "/(" + samples + "k\u2212" + (d + 1) + "), k \u2264 t";
            case ACCUMULATE ->
                kept
                        ? one + "\u00b7\u03a3 1/k\u00b2, k \u2264 t"
                        : squared() + "\u03a3 " + d + "/(k(" + samples + "k\u2212" + (d + 1) + ")), k \u2264 t";
            case SUBSAMPLE -> throw new IllegalStateException("no law is known");
        };
    }

    private String squared() {
        return Rounded.of(parameters.noise()) + "\u00b2\u00b7";
    }

    private String numbers() {
        List<String> numbers =
                new ArrayList<>(List.of("d = " + d, "T = " + samples, "\u03c3 = " + Rounded.of(parameters.noise())));
        if (parameters.separateGenerators()) {
            numbers.add("T\u2080 = " + parameters.generatorCount(samples, samples));
            numbers.add("\u03c3\u2080 = " + Rounded.of(parameters.labelNoise()));
        }
        if (protocol.real() > 0) {
            numbers.add(Rounded.of(100 * protocol.real()) + " % real");
        }
        return String.join(", ", numbers);
    }

    private String source() {
        if (protocol.real() > 0) {
            return "exact recursion by the moments of a matrix beta, derived";
        }
        return switch (setting.regime()) {
            case REPLACE -> "Dohmatob et al. 2024, theorem 4.1; Gerstgrasser et al. 2024, equation 4";
            case REPLACE_MULTIPLE -> "Gerstgrasser et al. 2024, appendix E" + (kept ? "" : ", with new inputs");
            case ACCUMULATE ->
                kept ? "Gerstgrasser et al. 2024, theorem 2" : "exact for new inputs, by exchangeable batches, derived";
            case SUBSAMPLE -> "";
        };
    }

    /** Laws for large d and T; not means: they are drawn, and not judged. */
    private List<Law> ridge() {
        boolean shared = !parameters.separateGenerators();
        boolean accumulates = setting.regime() == DataRegime.ACCUMULATE;
        if (setting.regime() == DataRegime.SUBSAMPLE || protocol.real() > 0 || (accumulates && !(kept && shared))) {
            return List.of();
        }
        int generations = protocol.generations();
        double[] bias = new double[generations];
        double[] variance = new double[generations];
        LossTheory generators = LossTheory.of(setting);
        RidgeTheory theory = new RidgeTheory(truth, samples, parameters.ridge());
        double square = parameters.noise() * parameters.noise();
        for (int g = 0; g < generations; g++) {
            double size = kept ? samples : setting.regime().batch(protocol, g);
            if (size != samples) {
                theory = new RidgeTheory(truth, size, parameters.ridge());
            }
            bias[g] = theory.bias();
            // With kept inputs the fits' errors are those of one ridge fit to labels of the summed noise.
            variance[g] = kept && shared
                    ? square * theory.variance() * generators.loss(g) / step()
                    : square * theory.variance() * size / setting.regime().trained(protocol, g)
                            + theory.inherited() * generators.inherited(g) / d;
        }
        String formula = "\u03ba = " + Rounded.of(theory.kappa()) + ", bias\u00b2 = " + Rounded.of(theory.bias())
                + ", \u03c3\u00b2-term " + Rounded.of(square * theory.variance()) + " at the last generation";
        return List.of(
                Law.typical(
                        "test_loss", g -> bias[g] + variance[g], "E \u2248 bias\u00b2 + variance: " + formula, RIDGE),
                Law.typical("bias2", g -> bias[g], formula, RIDGE),
                Law.typical("variance", g -> variance[g], formula, RIDGE));
    }

    /** Infinite samples: nothing is random, so these are exact for every chain. */
    private List<Law> infinite() {
        double[][] learned = new InfiniteTheory(setting).learned();
        IntToDoubleFunction loss = g -> sum(learned[g], false);
        String formula = parameters.solver() == Solver.EXACT
                ? parameters.ridge() == 0
                        ? "0: with infinitely many samples a fit repeats what labelled it"
                        : "\u03a3 (\u03bb/(\u03bb\u2c7c+\u03bb))\u00b2 \u03b8\u2c7c\u00b2, \u03bb = "
                                + Rounded.of(parameters.ridge())
                : "w\u209c = (1\u2212(1\u2212" + Rounded.of(parameters.rate()) + "\u00b7\u03bb\u2c7c)^"
                        + parameters.steps()
                        + ")\u1d57 w*"
                        + (setting.regime() == DataRegime.REPLACE && protocol.real() == 0
                                ? ""
                                : ", pooled with what is kept, by recursion");
        String source = "linear recursion of the population's least squares, exact";
        return List.of(
                Law.exact("test_loss", loss, formula, source),
                Law.exact("coefficient_error", g -> sum(learned[g], true), formula, source),
                Law.exact("bias2", loss, formula, source),
                Law.exact("variance", g -> 0, "0: nothing is random", source));
    }

    private double sum(double[] learned, boolean coefficients) {
        double sum = 0;
        for (int j = 0; j < d; j++) {
            double missing = (1 - learned[j]) * truth.coefficients().get(j);
            sum += missing * missing / (coefficients ? truth.eigenvalues().get(j) : 1);
        }
        return sum;
    }
}
