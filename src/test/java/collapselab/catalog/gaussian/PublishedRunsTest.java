package collapselab.catalog.gaussian;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.chart.Raster;
import collapselab.chart.Style;
import collapselab.chart.Theme;
import collapselab.experiment.OwnData;
import collapselab.experiment.RunSpec;
import collapselab.kernel.Progress;
import collapselab.kernel.stats.Quantiles;
import collapselab.plot.Axis;
import collapselab.plot.Band;
import collapselab.plot.Curve;
import collapselab.plot.Curve.Stroke;
import collapselab.plot.Curves;
import collapselab.plot.Doubles;
import collapselab.plot.Role;
import collapselab.session.Ensemble;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.commons.math3.stat.inference.AlternativeHypothesis;
import org.apache.commons.math3.stat.inference.BinomialTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/**
 * Our ensembles against the published runs. Each test as a whole raises a false alarm once in a hundred choices of seeds
 * (Bonferroni). Their runs number 100, or 44 at n = 316: medians are known to 0.13 and 0.19 deviations.
 */
class PublishedRunsTest {
    private static final double FALSE_ALARM = 0.01;
    private static final int CHAINS = 4_000;
    private static final int[] SIZES = {10, 32, 100, 316};
    private static final int[] ITERATIONS = {1, 2, 5, 10, 20, 50, 100};
    private static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final List<String> SETTINGS = List.of("Replace", "Accumulate");

    /** The chains' values of a metric, by iteration less 1. */
    private static double[][] ours(String setting, int n, String metric, String estimator) {
        RunSpec<?> spec = RunSpec.parse(
                "gaussian?estimator=" + estimator + "&generations=" + PublishedRuns.ITERATIONS + "&samples=" + n
                        + "&seeds=" + CHAINS + "&regime=" + setting.toLowerCase(Locale.ROOT),
                List.of(new GaussianExperiment(new OwnData())));
        int index = IntStream.range(0, GaussianExperiment.METRICS.size())
                .filter(m -> GaussianExperiment.METRICS.get(m).id().equals(metric))
                .findFirst()
                .orElseThrow();
        double[][] values = new double[PublishedRuns.ITERATIONS][CHAINS];
        int[] done = {0};
        Ensemble.of(spec, new TreeSet<>())
                .run(
                        (regime, block) -> {
                            for (int g = 0; g < values.length; g++) {
                                double[] row = block.generations()
                                        .get(g)
                                        .metrics()
                                        .get(index)
                                        .toArray();
                                System.arraycopy(row, 0, values[g], done[0], row.length);
                            }
                            done[0] += block.generations()
                                    .get(0)
                                    .metrics()
                                    .get(index)
                                    .size();
                        },
                        Progress.NONE);
        return values;
    }

    @Test
    void distributionsAreThePublishedOnes() {
        PublishedRuns published = PublishedRuns.read();
        double limit = FALSE_ALARM / (SETTINGS.size() * SIZES.length * ITERATIONS.length * 2);
        var test = new KolmogorovSmirnovTest();
        for (String setting : SETTINGS) {
            for (int n : SIZES) {
                double[][] variance = ours(setting, n, "variance_ratio", "mle");
                double[][] error = ours(setting, n, "mean_error2", "mle");
                for (int t : ITERATIONS) {
                    String where = setting + " n = " + n + " iteration " + t;
                    assertThat(test.kolmogorovSmirnovTest(published.at(setting, n, t, "var_ratio"), variance[t - 1]))
                            .as(where + " variance")
                            .isGreaterThan(limit);
                    assertThat(test.kolmogorovSmirnovTest(published.at(setting, n, t, "mean_sq_err"), error[t - 1]))
                            .as(where + " error of the mean")
                            .isGreaterThan(limit);
                }
            }
        }
    }

    /** As many of their runs lie below our quantile as its level says: a binomial number. */
    @Test
    void quantilesOfTheVarianceAreWithinTheSamplingErrorOfThePublishedRuns() {
        PublishedRuns published = PublishedRuns.read();
        double limit = FALSE_ALARM / (SETTINGS.size() * SIZES.length * ITERATIONS.length * LEVELS.length);
        for (String setting : SETTINGS) {
            for (int n : SIZES) {
                double[][] variance = ours(setting, n, "variance_ratio", "mle");
                for (int t : ITERATIONS) {
                    double[] theirs = published.at(setting, n, t, "var_ratio");
                    for (double level : LEVELS) {
                        double quantile = Quantiles.quantile(variance[t - 1].clone(), level);
                        int below = (int)
                                Arrays.stream(theirs).filter(v -> v < quantile).count();
                        assertThat(new BinomialTest()
                                        .binomialTest(theirs.length, below, level, AlternativeHypothesis.TWO_SIDED))
                                .as(setting + " n = " + n + " iteration " + t + " quantile " + level)
                                .isGreaterThan(limit);
                    }
                }
            }
        }
    }

    /** Their variance is divided by n; with n - 1, as their text says, the runs would be others. */
    @Test
    void theUnbiasedEstimatorIsNotWhatTheyRan() {
        PublishedRuns published = PublishedRuns.read();
        double[][] unbiased = ours("Replace", 10, "variance_ratio", "unbiased");
        assertThat(new KolmogorovSmirnovTest()
                        .kolmogorovSmirnovTest(published.at("Replace", 10, 20, "var_ratio"), unbiased[19]))
                .isLessThan(1e-6);
    }

    /** Writes target/published-runs.png: their 5 to 95 % band and median, ours as lines. */
    @Test
    void thePictureShowsBothBands() throws IOException {
        PublishedRuns published = PublishedRuns.read();
        int width = 420;
        int height = 330;
        BufferedImage sheet =
                new BufferedImage(SIZES.length * width, SETTINGS.size() * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        Style style = new Style(Theme.LIGHT, 13).withTitle();
        for (int row = 0; row < SETTINGS.size(); row++) {
            for (int column = 0; column < SIZES.length; column++) {
                Curves panel = panel(published, SETTINGS.get(row), SIZES[column]);
                g.drawImage(Raster.image(panel, width, height, 1, style), column * width, row * height, null);
            }
        }
        g.dispose();
        Path file = Path.of("target", "published-runs.png");
        Files.createDirectories(file.getParent());
        assertThat(ImageIO.write(sheet, "png", file.toFile())).isTrue();
    }

    private static Curves panel(PublishedRuns published, String setting, int n) {
        double[][] variance = ours(setting, n, "variance_ratio", "mle");
        Role role = setting.equals("Replace") ? Role.REPLACE : Role.ACCUMULATE;
        IntFunction<double[]> theirs = t -> published.at(setting, n, t, "var_ratio");
        IntFunction<double[]> own = t -> variance[t - 1].clone();
        Doubles t = Doubles.spaced(1, PublishedRuns.ITERATIONS, PublishedRuns.ITERATIONS);
        double least = Math.min(
                quantile(own, 0.05).get(PublishedRuns.ITERATIONS - 1),
                quantile(theirs, 0.05).get(PublishedRuns.ITERATIONS - 1));
        return new Curves(
                setting + ", n = " + n,
                "Quantiles of the variance over iterations: published runs as a band, ours as lines",
                Axis.counting("iteration", 1, PublishedRuns.ITERATIONS),
                new Axis("variance over the real", Math.pow(10, Math.floor(Math.log10(least))), 3, true),
                List.of(new Band(Role.NEUTRAL, t, quantile(theirs, 0.05), quantile(theirs, 0.95))),
                List.of(
                        new Curve("theirs", Role.NEUTRAL, Stroke.STRONG, t, quantile(theirs, 0.5)),
                        new Curve("", role, Stroke.THIN, t, quantile(own, 0.05)),
                        new Curve("", role, Stroke.THIN, t, quantile(own, 0.95)),
                        new Curve("ours", role, Stroke.STRONG, t, quantile(own, 0.5))),
                Doubles.of(),
                role);
    }

    private static Doubles quantile(IntFunction<double[]> values, double level) {
        return Doubles.generate(PublishedRuns.ITERATIONS, i -> Quantiles.quantile(values.apply(i + 1), level));
    }
}
