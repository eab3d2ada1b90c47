package collapselab.catalog.regression;

import static collapselab.catalog.regression.RegressionRuns.mean;
import static collapselab.catalog.regression.RegressionRuns.setting;
import static collapselab.catalog.regression.RegressionRuns.simulate;
import static collapselab.catalog.regression.RegressionRuns.standardErrors;
import static collapselab.catalog.regression.RegressionRuns.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import collapselab.experiment.DataRegime;
import collapselab.experiment.ErrorSource;
import collapselab.experiment.Milestone;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Scene;
import collapselab.experiment.SpecException;
import collapselab.experiment.Standing;
import collapselab.kernel.Progress;
import collapselab.kernel.random.Chains;
import collapselab.kernel.random.Draws;
import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import collapselab.kernel.stats.Gram;
import collapselab.plot.Curve;
import collapselab.plot.Scatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegressionLearnerTest {
    private static RealMatrix normals(UniformRandomProvider random, int rows, int columns) {
        var gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        RealMatrix matrix = MatrixUtils.createRealMatrix(rows, columns);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                matrix.setEntry(r, c, gaussian.sample());
            }
        }
        return matrix;
    }

    /**
     * Gerstgrasser et al. 2024, theorem 1, path by path: w_n = w* + (X'X)^-1 X' sum E_i / i under accumulate, and without the
     * weights under replace. Inputs and noise are read from the addresses that the run draws them at.
     */
    @ParameterizedTest
    @EnumSource(
            value = DataRegime.class,
            names = {"REPLACE", "ACCUMULATE"})
    void theoremOneHoldsPathwise(DataRegime regime) {
        int n = 30;
        int d = 6;
        var setting =
                setting("samples=30&dimension=6&generations=12&noise=0.5&design=kept&seed=3&regime=" + regime.text());
        var generations =
                RegressionRuns.run(new RegressionLearner(setting, Supply.Form.POINTS, Supply.Form.POINTS), setting);
        var random = new Randomness(3);
        RealMatrix x = normals(random.stream(0, Purpose.KEPT), n, d);
        RealVector noise = MatrixUtils.createRealVector(new double[n]);
        RealVector truth = MatrixUtils.createRealVector(
                Truth.of(setting.parameters()).coefficients().toArray());
        for (int g = 0; g < 12; g++) {
            double weight = regime == DataRegime.ACCUMULATE ? 1.0 / (g + 1) : 1;
            noise = noise.add(normals(random.stream(g, g == 0 ? Purpose.REAL_DATA : Purpose.SAMPLE), n, 1)
                    .getColumnVector(0)
                    .mapMultiply(0.5 * weight));
            double[] expected =
                    truth.add(new QRDecomposition(x).getSolver().solve(noise)).toArray();
            assertThat(generations.get(g).snapshot().orElseThrow().fitted().toArray())
                    .containsExactly(expected, within(1e-10));
        }
    }

    /** The regime chooses the generators' points by draws of their own. */
    @Test
    void predictorsAndGeneratorsKeepPointsOfTheirOwn() {
        var parameters = setting("samples=40&dimension=1&generatorSamples=40").parameters();
        Draws draws = Chains.from(1, 1).draws(1, Purpose.REGIME);
        double[][][] inputs = {
            IntStream.range(0, 40).mapToObj(p -> new double[] {p}).toArray(double[][]::new)
        };
        var points = Points.label(Coefficients.exact(1, 1), inputs, 1, Supply.normals(draws), 40);
        TrainingSet chosen = new TrainingSet(parameters, 40, points, Optional.of(points)).choose(20, draws);
        assertThat(chosen.generator().orElseThrow().points(0, 20))
                .isNotEqualTo(chosen.predictor().points(0, 20));
    }

    /** Fresh real points and a model's are shown apart: no x of one is that of the other but for its scale. */
    @Test
    void realAndGeneratedPointsAreShownAtPlacesOfTheirOwn() {
        var setting = setting("samples=40&dimension=1&real=0.5&generations=2&regime=replace");
        double[] points =
                simulate(setting).get(1).snapshot().orElseThrow().points().toArray();
        int half = points.length / 4;
        double[] real = Arrays.copyOf(points, half);
        double[] generated = Arrays.copyOfRange(points, half, 2 * half);
        // 20 independent pairs: |r| above 0.9 for less than one seed in a million.
        assertThat(new PearsonsCorrelation().correlation(real, generated)).isBetween(-0.9, 0.9);
    }

    /** Given X the expected loss is sigma^2 tr (X'X)^-1 times t, or the sum of 1/i^2. */
    @Test
    void theExpectedLossGivenTheInputsIsTheTrace() {
        int chains = 3_000;
        int n = 12;
        int d = 5;
        RealMatrix x = normals(new Randomness(5).stream(0, Purpose.MEASURE), n, d);
        Gram[] shared = new Gram[chains];
        Arrays.fill(shared, Gram.ofFactor(factor(x)));
        RealMatrix inverse =
                new QRDecomposition(x.transpose().multiply(x)).getSolver().getInverse();
        var fitting = new Fitting(setting("dimension=5").parameters(), 0);
        Coefficients replaced = Coefficients.exact(d, chains);
        Coefficients accumulated = replaced;
        NormalEquations pool = null;
        double squares = 0;
        for (int g = 0; g < 6; g++) {
            Draws draws = Chains.from(1, chains).draws(g, Purpose.SAMPLE);
            replaced = NormalEquations.draw(replaced, n, shared, 1, 2, draws, 0).fit(fitting, Progress.NONE);
            var batch = NormalEquations.draw(accumulated, n, shared, 1, 2, draws, d);
            pool = pool == null ? batch : pool.concat(batch);
            accumulated = pool.fit(fitting, Progress.NONE);
            squares += 1.0 / ((g + 1) * (g + 1));
            double once = 4 * inverse.getTrace();
            // False alarms: 6e-5 each.
            assertThat(standardErrors(losses(replaced), once * (g + 1))).isBetween(-4.0, 4.0);
            assertThat(standardErrors(losses(accumulated), once * squares)).isBetween(-4.0, 4.0);
        }
    }

    private static double[] losses(Coefficients fitted) {
        double[] losses = new double[fitted.chains()];
        for (int c = 0; c < losses.length; c++) {
            for (int i = 0; i < fitted.dimension(); i++) {
                losses[c] += fitted.error(i, c) * fitted.error(i, c);
            }
        }
        return losses;
    }

    private static double[][] factor(RealMatrix x) {
        int d = x.getColumnDimension();
        double[][] upper =
                new QRDecomposition(x).getR().getSubMatrix(0, d - 1, 0, d - 1).getData();
        return upper;
    }

    /** One batch in the original coordinates, by another library, against ours in whitened ones. */
    @ParameterizedTest
    @ValueSource(strings = {"ridge=0", "ridge=0.2", "solver=gradient-descent&rate=0.05&steps=7"})
    void whitenedFitsAreTheFits(String text) {
        int n = 25;
        int d = 4;
        RegressionParameters parameters =
                setting("samples=1000&dimension=4&spectrum=power&" + text).parameters();
        Truth truth = Truth.of(parameters);
        RealMatrix u = normals(new Randomness(8).stream(0, Purpose.MEASURE), n, d);
        double[] noise =
                normals(new Randomness(8).stream(1, Purpose.MEASURE), n, 1).getColumn(0);
        int[] next = {0};
        SharedStateContinuousSampler recorded = new SharedStateContinuousSampler() {
            @Override
            public double sample() {
                return noise[next[0]++];
            }

            @Override
            public SharedStateContinuousSampler withUniformRandomProvider(UniformRandomProvider random) {
                return this;
            }
        };
        Points points = Points.label(
                Coefficients.exact(d, 1),
                new double[][][] {u.getData()},
                1,
                new SharedStateContinuousSampler[] {recorded},
                n);
        Coefficients ours = points.fit(new Fitting(parameters, parameters.ridge()), Progress.NONE);

        RealMatrix root = MatrixUtils.createRealDiagonalMatrix(
                truth.eigenvalues().map(Math::sqrt).toArray());
        RealMatrix x = u.multiply(root);
        RealVector theta = MatrixUtils.createRealVector(truth.coefficients().toArray());
        RealVector y = u.operate(theta).add(MatrixUtils.createRealVector(noise));
        RealVector w = MatrixUtils.createRealVector(new double[d]);
        if (parameters.solver() == Solver.EXACT) {
            RealMatrix ridge = MatrixUtils.createRealIdentityMatrix(d).scalarMultiply(n * parameters.ridge());
            w = new QRDecomposition(x.transpose().multiply(x).add(ridge))
                    .getSolver()
                    .solve(x.preMultiply(y));
        } else {
            for (int s = 0; s < 7; s++) {
                w = w.add(x.preMultiply(y.subtract(x.operate(w))).mapMultiply(0.05 / n));
            }
        }
        double[] expected = root.operate(w).subtract(theta).toArray();
        for (int i = 0; i < d; i++) {
            assertThat(ours.error(i, 0)).isCloseTo(expected[i], within(1e-11));
        }
    }

    @ParameterizedTest
    @EnumSource(DataRegime.class)
    void infiniteSamplesChangeNothing(DataRegime regime) {
        for (var generation : simulate(setting("statistical=infinite&generations=20&regime=" + regime.text()))) {
            assertThat(generation.metrics())
                    .allSatisfy(row -> assertThat(row.get(0)).isZero());
        }
    }

    /** w_t = (1 - (1 - eta l)^s)^t w*; accumulate pools the parts q A, A_(t+1) = A_t (t + q) / (t + 1). */
    @ParameterizedTest
    @EnumSource(
            value = DataRegime.class,
            names = {"REPLACE", "ACCUMULATE"})
    void gradientDescentStoppedEarlyForgetsGeometrically(DataRegime regime) {
        var setting = setting("dimension=5&statistical=infinite&solver=gradient-descent&rate=0.3&steps=4&spectrum=power"
                + "&exponent=1&generations=15&regime=" + regime.text());
        Truth truth = Truth.of(setting.parameters());
        var generations = simulate(setting);
        for (int g = 0; g < 15; g++) {
            int t = g + 1;
            for (int j = 0; j < 5; j++) {
                double q = 1 - Math.pow(1 - 0.3 / (j + 1), 4);
                double part = regime == DataRegime.REPLACE
                        ? Math.pow(q, t)
                        : q * Math.exp(Gamma.logGamma(t + q) - Gamma.logGamma(1 + q) - Gamma.logGamma(t + 1.0));
                assertThat(generations.get(g).snapshot().orElseThrow().fitted().get(j))
                        .isCloseTo(part * truth.coefficients().get(j), within(1e-12));
            }
        }
    }

    /** Whitened errors do not know the spectrum. */
    @Test
    void leastSquaresLossIsTheSameForEverySpectrum() {
        String text = "samples=30&dimension=6&generations=5&regime=accumulate";
        var flat = simulate(setting(text));
        var power = simulate(setting(text + "&spectrum=power"));
        assertThat(values(power.get(4), "test_loss")).containsExactly(values(flat.get(4), "test_loss"), within(1e-14));
        assertThat(mean(values(power.get(4), "coefficient_error")))
                .isGreaterThan(mean(values(flat.get(4), "coefficient_error")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "regime=replace",
                "regime=accumulate",
                "regime=accumulate&design=kept&real=0.3&realSource=kept&ridge=0.1",
                "regime=subsample&generatorSamples=50",
                "regime=accumulate&generatorNoise=0.5",
                "regime=replace-multiple&design=kept&real=0.3",
                "regime=subsample&growth=superlinear&generatorSamples=33",
                "regime=replace&solver=gradient-descent"
            })
    void aChainIsTheSameAloneAndAmongOthers(String text) {
        String small = "samples=36&dimension=5&generations=4&" + text;
        var together = simulate(setting(small + "&seeds=9"));
        var alone = simulate(setting(small + "&seed=6"));
        for (int g = 0; g < 4; g++) {
            for (int m = 0; m < 4; m++) {
                assertThat(together.get(g).metrics().get(m).get(5))
                        .isEqualTo(alone.get(g).metrics().get(m).get(0));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"regime=replace", "regime=accumulate", "regime=accumulate&design=kept"})
    void draggingTheSampleSizeDeformsPaths(String text) {
        double[][] last = new double[2][];
        for (int i = 0; i < 2; i++) {
            var generations =
                    simulate(setting("dimension=4&generations=10&seeds=300&" + text + "&samples=" + (100 + 10 * i)));
            last[i] = values(generations.get(9), "test_loss");
        }
        assertThat(new PearsonsCorrelation().correlation(last[0], last[1])).isGreaterThan(0.97);
    }

    @Test
    void aLineIsShownOverPointsThatHaveItsFit() {
        for (String text :
                List.of("regime=replace", "regime=accumulate", "regime=subsample", "regime=replace&design=kept")) {
            var setting = setting("dimension=1&samples=50&generations=3&" + text);
            var history = simulate(setting).stream()
                    .map(generation -> generation.snapshot().orElseThrow())
                    .toList();
            var plot =
                    (Scatter) RegressionPictures.of(setting, Scene.of(history)).get(0);
            var cloud = plot.clouds().get(0);
            double xy = 0;
            double xx = 0;
            for (int p = 0; p < cloud.x().size(); p++) {
                xy += cloud.x().get(p) * cloud.y().get(p);
                xx += cloud.x().get(p) * cloud.x().get(p);
            }
            assertThat(cloud.x().size()).isEqualTo(text.contains("accumulate") ? 150 : 50);
            assertThat(xy / xx).isCloseTo(history.get(2).fitted().get(0), within(1e-9));
            Curve line = plot.outlines().get(plot.outlines().size() - 1);
            assertThat(line.y().get(1) / line.x().get(1)).isCloseTo(xy / xx, within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "samples=33&dimension=32, 34",
        "generatorSamples=20, 34",
        "samples=40&ridge=0.1&generatorSamples=10, generatorSamples=10",
        "design=kept&growth=linear, growth=constant",
        "regime=subsample&design=kept&samples=50, at least 83",
        "regime=subsample&design=kept&samples=50, samples=50 are too few",
        "regime=subsample&design=kept&samples=90&generatorSamples=50, generatorSamples=50 are too few",
        "solver=gradient-descent&rate=1.5, rate",
        "solver=gradient-descent&ridge=1, ridge=0",
        "dimension=0, dimension=0",
        "dimension=301, 300",
        "noise=-1, noise=-1",
        "rate=0, rate",
        "steps=0, steps",
        "ridge=NaN, ridge",
        "solver=sgd, gradient-descent",
        "regime=subsample&samples=10000000&generations=200, fewer samples"
    })
    void whatIsImpossibleIsRefusedInOneSentence(String text, String part) {
        assertThatThrownBy(() -> setting(text))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining(part)
                .hasMessageEndingWith(".");
    }

    @Test
    void errorsMilestonesAndWordsCarryTheNumbers() {
        var experiment = new RegressionExperiment();
        var plain = setting("noise=0.5");
        assertThat(experiment.errors(plain)).extracting(ErrorSource::on).containsExactly(true, false, false);
        assertThat(experiment.errors(setting("solver=gradient-descent&statistical=infinite")))
                .extracting(ErrorSource::on)
                .containsExactly(false, false, true);
        assertThat(experiment.errors(setting("ridge=0.1")).get(2).flip()).containsEntry("ridge", "0");
        List<Milestone> milestones = experiment.milestones(plain);
        assertThat(milestones).hasSize(2);
        assertThat(milestones).extracting(Milestone::limit).containsExactly(2.0, 1.0);
        assertThat(course(milestones.get(0), 0.25, 0.1)).isEqualTo(2.5);
        assertThat(course(milestones.get(1), 0.99, 0.1)).isEqualTo(0.99);
        assertThat(course(milestones.get(0), 1e-29, 1e-30)).isNaN();
        for (String text : List.of(
                "regime=replace,accumulate,replace-multiple",
                "ridge=0.2",
                "solver=gradient-descent",
                "statistical=infinite",
                "real=0.2")) {
            var spec = spec(text);
            var standing = new Standing(DataRegime.REPLACE, 3, Map.of("test_loss", 1.5));
            assertThat(experiment.explain(spec, List.of(standing)))
                    .hasSizeGreaterThan(1)
                    .allSatisfy(sentence -> assertThat(sentence).endsWith("."));
        }
    }

    private static double course(Milestone milestone, double now, double first) {
        return milestone.course().of(Map.of("test_loss", now)::get, Map.of("test_loss", first)::get);
    }

    @SuppressWarnings("unchecked") // the spec names this experiment
    private static RunSpec<RegressionParameters> spec(String text) {
        return (RunSpec<RegressionParameters>) RunSpec.parse("regression?" + text, List.of(new RegressionExperiment()));
    }
}
