package collapselab.catalog.regression;

import static collapselab.experiment.Term.K;
import static collapselab.experiment.Term.ONE;
import static collapselab.experiment.Term.T;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Formula;
import collapselab.experiment.Growth;
import collapselab.experiment.Law;
import collapselab.experiment.Protocol;
import collapselab.experiment.Rounded;
import collapselab.experiment.SampleLimit;
import collapselab.experiment.Setting;
import collapselab.experiment.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;

/** What theory says of the recursive regression. t = g + 1 counts fits. */
final class RegressionLaws {
    /** Below this many degrees of freedom of a fit's chi-square its loss has no fourth moment: no mean's error can be told. */
    private static final int VISIBLE_DEGREES = 9;

    private static final String RIDGE = "Dohmatob et al. 2024, theorem 4.3 and equation 23, for large d and T";

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

    /** The same, written out. */
    private Term stepTerm() {
        Term rest = Term.whole(samples).minus(Term.whole(d)).minus(ONE);
        return squared().times(Term.whole(d)).over(rest);
    }

    private Term squared() {
        return Term.number(parameters.noise()).power(Term.whole(2));
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
            laws.add(mean("test_loss", formula(theory, 1)));
            bound().ifPresent(laws::add);
            laws.add(mean("coefficient_error", formula(theory, perLoss)));
            laws.add(mean("variance", formula(theory, 1)));
        }
        Formula none = Formula.of("", Term.whole(0)).with(": least squares is unbiased");
        laws.add(Law.exact("bias2", none, "Gauss and Markov"));
        return laws;
    }

    private Law mean(String metric, Formula formula) {
        int smallest = Math.min(samples, parameters.generatorCount(samples, samples));
        int lastVisible = smallest - d + 1 < VISIBLE_DEGREES ? -1 : Integer.MAX_VALUE;
        return Law.mean(metric, formula, source()).visibleUntil(lastVisible);
    }

    /** Under accumulate no chain's mean ever passes pi^2 / 6 of one fit's. */
    private Optional<Law> bound() {
        if (setting.regime() != DataRegime.ACCUMULATE || parameters.separateGenerators()) {
            return Optional.empty();
        }
        Term zeta = Term.PI.power(Term.whole(2)).over(Term.whole(6));
        return Optional.of(Law.bound(
                "test_loss",
                Formula.of("E \u2264 ", stepTerm().times(zeta), " = " + Rounded.of(step() * Math.PI * Math.PI / 6)),
                "Gerstgrasser et al. 2024, theorem 2"
                        + (kept ? otherSpectra() : "; that it holds for new inputs, derived")));
    }

    private boolean plain() {
        return !parameters.separateGenerators() && protocol.real() == 0 && protocol.growth() == Growth.CONSTANT;
    }

    /** The expected loss, times a factor. */
    private Formula formula(LossTheory theory, double factor) {
        if (!plain()) {
            return Formula.recursion("E", numbers(factor), g -> factor * theory.loss(g));
        }
        Term times = factor == 1 ? ONE : Term.rounded(factor);
        return kept || setting.regime() == DataRegime.REPLACE
                ? Formula.of(
                        "E = ",
                        times.times(stepTerm()).times(fits()),
                        " = " + Term.rounded(factor * step()).times(fits()))
                : Formula.of("E = ", times.times(squared()).times(newInputs()));
    }

    /** What t fits' noise adds over one fit's, where all have the same inputs or as many. */
    private Term fits() {
        return switch (setting.regime()) {
            case REPLACE -> T;
            case REPLACE_MULTIPLE -> Term.sum(1, ONE.over(K));
            case ACCUMULATE -> Term.sum(1, ONE.over(K.power(Term.whole(2))));
            case SUBSAMPLE -> throw new IllegalStateException("no law is known");
        };
    }

    /** The same over the noise's variance, of k n new inputs in fit k. */
    private Term newInputs() {
        Term rest = Term.whole(samples).times(K).minus(Term.whole(d + 1));
        boolean pool = setting.regime() == DataRegime.ACCUMULATE;
        return Term.sum(1, Term.whole(d).over(pool ? K.times(rest) : rest));
    }

    private String numbers(double factor) {
        List<String> numbers =
                new ArrayList<>(List.of("d = " + d, "T = " + samples, "\u03c3 = " + Rounded.whole(parameters.noise())));
        if (protocol.growth() != Growth.CONSTANT) {
            numbers.add(growing());
        }
        if (parameters.separateGenerators()) {
            numbers.add("T\u2080 = " + parameters.generatorCount(samples, samples));
            numbers.add("\u03c3\u2080 = " + Rounded.whole(parameters.labelNoise()));
        }
        if (protocol.real() > 0) {
            numbers.add(Rounded.whole(100 * protocol.real()) + " % real");
        }
        if (factor != 1) {
            numbers.add("times " + Rounded.of(factor));
        }
        return String.join(", ", numbers);
    }

    private String growing() {
        return protocol.growth() == Growth.LINEAR ? "growing like k" : "growing like k\u00b9\u00b7\u2075";
    }

    private String source() {
        if (protocol.real() > 0) {
            return "exact recursion by the moments of a matrix beta, derived";
        }
        String grown = protocol.growth() == Growth.CONSTANT ? "" : "; its sum over growing batches derived";
        boolean shared = !parameters.separateGenerators();
        return switch (setting.regime()) {
            case REPLACE ->
                "Dohmatob et al. 2024, theorem 4.1; Gerstgrasser et al. 2024, equation 4" + grown + otherSpectra();
            case REPLACE_MULTIPLE ->
                "Gerstgrasser et al. 2024, appendix E" + (kept && shared ? otherSpectra() : "; this form derived");
            case ACCUMULATE ->
                kept
                        ? shared
                                ? "Gerstgrasser et al. 2024, theorem 2" + otherSpectra()
                                : "Gerstgrasser et al. 2024, theorem 1; for generators of their own derived"
                        : "exact for new inputs, by exchangeable batches, derived";
            case SUBSAMPLE -> "";
        };
    }

    /** The papers' expectations are for white inputs; whitened errors make them those of any. */
    private String otherSpectra() {
        return parameters.spectrum() == Spectrum.ISOTROPIC ? "" : "; for inputs that are not white derived";
    }

    /** Laws for large d and T; not means: they are drawn, and not judged. */
    private List<Law> ridge() {
        boolean shared = !parameters.separateGenerators();
        boolean accumulates = setting.regime() == DataRegime.ACCUMULATE;
        if (setting.regime() == DataRegime.SUBSAMPLE || protocol.real() > 0 || (accumulates && !(kept && shared))) {
            return List.of();
        }
        LossTheory generators = LossTheory.of(setting);
        boolean same = setting.regime() == DataRegime.REPLACE && protocol.growth() == Growth.CONSTANT;
        return (kept && shared) || same ? ridgeOfOneSize(generators) : ridgeBySize(generators);
    }

    /** All fits have n samples, and with kept inputs their errors are those of one ridge fit to labels of the summed noise. */
    private List<Law> ridgeOfOneSize(LossTheory generators) {
        RidgeTheory theory = new RidgeTheory(truth, samples, parameters.ridge());
        boolean summed = kept && !parameters.separateGenerators();
        Term noise = Term.rounded(parameters.noise() * parameters.noise() * theory.variance());
        Term inherited = Term.rounded(theory.inherited() * generators.inherited(1) / d);
        Term chance = summed ? noise.times(fits()) : noise.plus(inherited.times(T.minus(ONE)));
        Term shrunk = Term.rounded(theory.bias());
        String kappa = ": \u03ba = " + Rounded.of(theory.kappa());
        return ridge(
                Formula.of("E \u2248 bias\u00b2 + variance = ", shrunk.plus(chance))
                        .with(kappa),
                Formula.of("bias\u00b2 \u2248 ", shrunk).with(kappa),
                Formula.of("variance \u2248 ", chance).with(kappa),
                summed ? "; one fit to the summed noise, derived" : "");
    }

    private List<Law> ridgeBySize(LossTheory generators) {
        int generations = protocol.generations();
        double[] bias = new double[generations];
        double[] variance = new double[generations];
        RidgeTheory theory = new RidgeTheory(truth, samples, parameters.ridge());
        double square = parameters.noise() * parameters.noise();
        for (int g = 0; g < generations; g++) {
            double size = kept ? samples : setting.regime().batch(protocol, g);
            if (size != samples) {
                theory = new RidgeTheory(truth, size, parameters.ridge());
            }
            bias[g] = theory.bias();
            variance[g] = square * theory.variance() * size / setting.regime().trained(protocol, g)
                    + theory.inherited() * generators.inherited(g) / d;
        }
        String inputs = numbers(1) + ", \u03bb = " + Rounded.whole(parameters.ridge());
        return ridge(
                Formula.recursion("E \u2248 bias\u00b2 + variance", inputs, g -> bias[g] + variance[g]),
                Formula.recursion("bias\u00b2 \u2248", inputs, g -> bias[g]),
                Formula.recursion("variance \u2248", inputs, g -> variance[g]),
                "; at each generation's own size derived");
    }

    private static List<Law> ridge(Formula loss, Formula bias, Formula variance, String derived) {
        return List.of(
                Law.typical("test_loss", loss, RIDGE + derived),
                Law.typical("bias2", bias, RIDGE + derived),
                Law.typical("variance", variance, RIDGE + derived));
    }

    /** Infinite samples: nothing is random, so these are exact for every chain. */
    private List<Law> infinite() {
        double[][] learned = new InfiniteTheory(setting).learned();
        String source = "linear recursion of the population's least squares, exact";
        Formula loss = infinite("E = ", false, g -> sum(learned[g], false));
        return List.of(
                Law.exact("test_loss", loss, source),
                Law.exact("coefficient_error", infinite("E = ", true, g -> sum(learned[g], true)), source),
                Law.exact("bias2", loss, source),
                Law.exact("variance", Formula.of("", Term.whole(0)).with(": nothing is random"), source));
    }

    private Formula infinite(String left, boolean coefficients, IntToDoubleFunction value) {
        if (parameters.solver() == Solver.EXACT) {
            Term ridge = Term.number(parameters.ridge());
            return parameters.ridge() == 0
                    ? Formula.of(left, Term.whole(0))
                            .with(": with infinitely many samples a fit repeats what labelled it")
                    : Formula.of(left, squares(coefficients, curve -> ridge.over(curve.plus(ridge))));
        }
        int most = setting.regime().batch(protocol, protocol.generations() - 1);
        boolean pools = setting.regime() == DataRegime.ACCUMULATE || setting.regime() == DataRegime.SUBSAMPLE;
        if (pools || protocol.realSamples(most) > 0) {
            return Formula.recursion(left.strip(), descent(), value);
        }
        Term rate = Term.number(parameters.rate());
        Term steps = Term.whole(parameters.steps());
        return Formula.of(
                left,
                squares(
                        coefficients,
                        curve ->
                                ONE.minus(ONE.minus(ONE.minus(rate.times(curve)).power(steps))
                                        .power(T))));
    }

    /** The sum over all coefficients of the square that an eigenvalue leaves. */
    private Term squares(boolean coefficients, UnaryOperator<Term> left) {
        if (parameters.spectrum() == Spectrum.ISOTROPIC) {
            return left.apply(ONE).power(Term.whole(2));
        }
        double beta = parameters.exponent();
        Term fall = Term.number(-1 - 2 * parameters.source() * beta);
        UnaryOperator<Term> value = j -> j.power(Term.number(-beta));
        Term all = Term.sumOver(d, j -> {
            Term square = left.apply(value.apply(j)).power(Term.whole(2)).times(j.power(fall));
            return coefficients ? square.over(value.apply(j)) : square;
        });
        return all.over(Term.sumOver(d, j -> j.power(fall)));
    }

    private String descent() {
        List<String> inputs = new ArrayList<>(
                List.of("d = " + d, "\u03b7 = " + Rounded.whole(parameters.rate()), parameters.steps() + " steps"));
        if (parameters.spectrum() == Spectrum.POWER) {
            inputs.add("\u03b2 = " + Rounded.whole(parameters.exponent()));
            inputs.add("r = " + Rounded.whole(parameters.source()));
        }
        if (protocol.growth() != Growth.CONSTANT) {
            inputs.add(growing());
        }
        if (protocol.real() > 0) {
            inputs.add(Rounded.whole(100 * protocol.real()) + " % real");
        }
        return String.join(", ", inputs);
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
