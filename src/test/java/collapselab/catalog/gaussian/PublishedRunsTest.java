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
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.commons.math3.stat.inference.AlternativeHypothesis;
import org.apache.commons.math3.stat.inference.BinomialTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Our ensembles against the published runs. Each test as a whole raises a false alarm once in a hundred choices of seeds
 * (Bonferroni). Their runs number 100, or 44 at n = 316: medians are known to 0.13 and 0.19 deviations.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // so that all tests ask the same ensembles
class PublishedRunsTest {
    private static final double FALSE_ALARM = 0.01;
    private static final int CHAINS = 4_000;
    private static final int[] SIZES = {10, 32, 100, 316};
    private static final int[] ITERATIONS = {1, 2, 5, 10, 20, 50, 100};
    private static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final List<String> SETTINGS = List.of("Replace", "Accumulate");

    private PublishedRuns published;
    private Map<String, Map<Integer, Ours>> ours;

    /** Before each test, so that each is seen to be skipped where the runs are not. */
    @BeforeEach
    void read() {
        if (published == null) {
            published = PublishedRuns.read();
            ours = SETTINGS.stream().collect(Collectors.toMap(setting -> setting, setting -> Arrays.stream(SIZES)
                    .boxed()
                    .collect(Collectors.toMap(n -> n, n -> Ours.run(setting, n, "mle")))));
        }
    }

    /** The chains' values by iteration less 1. */
    private static final class Ours {
        private final double[][] variance = new double[PublishedRuns.ITERATIONS][CHAINS];
        private final double[][] error = new double[PublishedRuns.ITERATIONS][CHAINS];

        static Ours run(String setting, int n, String estimator) {
            RunSpec<?> spec = RunSpec.parse(
                    "gaussian?estimator=" + estimator + "&generations=" + PublishedRuns.ITERATIONS + "&samples=" + n
                            + "&seeds=" + CHAINS + "&regime=" + setting.toLowerCase(Locale.ROOT),
                    List.of(new GaussianExperiment(new OwnData())));
            Ours ours = new Ours();
            int[] done = {0};
            Ensemble.of(spec, new TreeSet<>())
                    .run(
                            (regime, block) -> {
                                int size = 0;
                                for (int g = 0; g < PublishedRuns.ITERATIONS; g++) {
                                    List<Doubles> metrics =
                                            block.generations().get(g).metrics();
                                    size = metrics.get(0).size();
                                    System.arraycopy(metrics.get(0).toArray(), 0, ours.variance[g], done[0], size);
                                    System.arraycopy(metrics.get(2).toArray(), 0, ours.error[g], done[0], size);
                                }
                                done[0] += size;
                            },
                            Progress.NONE);
            return ours;
        }
    }

    @Test
    void distributionsAreThePublishedOnes() {
        double limit = FALSE_ALARM / (SETTINGS.size() * SIZES.length * ITERATIONS.length * 2);
        var test = new KolmogorovSmirnovTest();
        for (String setting : SETTINGS) {
            for (int n : SIZES) {
                Ours own = ours.get(setting).get(n);
                for (int t : ITERATIONS) {
                    String where = setting + " n = " + n + " iteration " + t;
                    assertThat(test.kolmogorovSmirnovTest(
                                    published.at(setting, n, t, "var_ratio"), own.variance[t - 1]))
                            .as(where + " variance")
                            .isGreaterThan(limit);
                    assertThat(test.kolmogorovSmirnovTest(published.at(setting, n, t, "mean_sq_err"), own.error[t - 1]))
                            .as(where + " error of the mean")
                            .isGreaterThan(limit);
                }
            }
        }
    }

    /** As many of their runs lie below our quantile as its level says: a binomial number. */
    @Test
    void quantilesOfTheVarianceAreWithinTheSamplingErrorOfThePublishedRuns() {
        double limit = FALSE_ALARM / (SETTINGS.size() * SIZES.length * ITERATIONS.length * LEVELS.length);
        for (String setting : SETTINGS) {
            for (int n : SIZES) {
                double[][] variance = ours.get(setting).get(n).variance;
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
        double[][] unbiased = Ours.run("Replace", 10, "unbiased").variance;
        assertThat(new KolmogorovSmirnovTest()
                        .kolmogorovSmirnovTest(published.at("Replace", 10, 20, "var_ratio"), unbiased[19]))
                .isLessThan(1e-6);
    }

    /** Writes target/published-runs.png: their 5 to 95 % band and median, ours as lines. */
    @Test
    void thePictureShowsBothBands() throws IOException {
        int width = 420;
        int height = 330;
        BufferedImage sheet =
                new BufferedImage(SIZES.length * width, SETTINGS.size() * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        Style style = new Style(Theme.LIGHT, 13).withTitle();
        for (int row = 0; row < SETTINGS.size(); row++) {
            for (int column = 0; column < SIZES.length; column++) {
                Curves panel = panel(SETTINGS.get(row), SIZES[column]);
                g.drawImage(Raster.image(panel, width, height, 1, style), column * width, row * height, null);
            }
        }
        g.dispose();
        Path file = Path.of("target", "published-runs.png");
        Files.createDirectories(file.getParent());
        assertThat(ImageIO.write(sheet, "png", file.toFile())).isTrue();
    }

    private Curves panel(String setting, int n) {
        double[][] variance = ours.get(setting).get(n).variance;
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
