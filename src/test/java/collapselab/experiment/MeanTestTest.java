package collapselab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.experiment.Law.Spread;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Measured false alarms of a single comparison at a level of 1 in 1000; Student's t gives up to 14 in 1000 here. */
@Tag("slow")
class MeanTestTest {
    private static final int ENSEMBLES = 200_000;
    private static final double LEVEL = 1e-3;

    /** Distributions of one chain's value, each of mean 1 (and BOUNDED, which is skewed to the left, of mean 9). */
    enum Shape {
        NORMAL(random -> 1 + 0.1 * random.nextGaussian()),
        CHI_SQUARE(random -> square(random.nextGaussian())),
        EXPONENTIAL(random -> -Math.log(1 - random.nextDouble())),
        MIXED(random -> square(random.nextGaussian()) * Math.exp(0.5 * random.nextGaussian() - 0.125)),
        RARE(random -> random.nextDouble() < 0.1 ? 10 : 0),
        BOUNDED(random -> 10 + Math.log(1 - random.nextDouble()));

        private final ToDoubleFunction<SplittableRandom> draw;

        Shape(ToDoubleFunction<SplittableRandom> draw) {
            this.draw = draw;
        }

        private double mean() {
            return this == BOUNDED ? 9 : 1;
        }

        private static double square(double x) {
            return x * x;
        }
    }

    private static ChainMoments ensemble(Shape shape, int chains, SplittableRandom random) {
        ChainMoments.Builder builder = new ChainMoments.Builder();
        for (int c = 0; c < chains; c++) {
            builder.add(shape.draw.applyAsDouble(random));
        }
        return builder.build();
    }

    /** At most as often as is said, for every shape and number of chains; the count of a right test passes once in 10^6. */
    @ParameterizedTest
    @EnumSource(Shape.class)
    void rightLawsAreCalledWrongAsRarelyAsIsSaid(Shape shape) {
        for (int chains : new int[] {3, 5, 8, 20}) {
            SplittableRandom random = new SplittableRandom(chains);
            Law law = Law.mean("m", g -> shape.mean(), "f", "s");
            int alarms = 0;
            for (int i = 0; i < ENSEMBLES; i++) {
                ChainMoments moments = ensemble(shape, chains, random);
                if (MeanTest.possible(moments, shape.mean(), 0, law)) {
                    MeanTest test = MeanTest.of(moments, shape.mean(), 0, law);
                    alarms += 2 * Math.min(test.below(), test.above()) < LEVEL ? 1 : 0;
                }
            }
            double most = LEVEL * ENSEMBLES;
            assertThat(alarms).as(shape + ", " + chains + " chains").isLessThan((int) (most + 4.8 * Math.sqrt(most)));
        }
    }

    /** A test that never found anything would pass the one above. */
    @ParameterizedTest
    @EnumSource(
            value = Shape.class,
            names = {"NORMAL", "EXPONENTIAL", "BOUNDED"})
    void wrongLawsAreFoundAsOftenAsIsSaid(Shape shape) {
        SplittableRandom random = new SplittableRandom(7);
        for (int sign : new int[] {-1, 1}) {
            int found = 0;
            for (int i = 0; i < 2_000; i++) {
                ChainMoments moments = ensemble(shape, 300, random);
                Law right = Law.mean("m", g -> shape.mean(), "f", "s");
                double visible = MeanTest.visible(moments, shape.mean(), 0, right, LEVEL);
                double wrong = shape.mean() * (1 + sign * visible);
                MeanTest test = MeanTest.of(moments, wrong, 0, Law.mean("m", g -> wrong, "f", "s"));
                found += 2 * Math.min(test.below(), test.above()) < LEVEL ? 1 : 0;
            }
            assertThat(found / 2_000.0).as(shape + " " + sign).isGreaterThan(0.9);
        }
    }

    /** The mean of R gamma variables of shape k is one of shape R k: its tails are known. */
    @ParameterizedTest
    @CsvSource({"0.5, 2, 3", "0.5, 20, 2", "4.5, 2, 2.4", "4.5, 1, 0.1", "50, 10, 0.9", "0.5, 5, 0.02"})
    void withAKnownSpreadTheTailsOfGammaVariablesAreExact(double shape, int chains, double mean) {
        double skewness = 2 / Math.sqrt(shape);
        Law law = Law.mean("m", g -> 1, "f", "s").with(new Spread(g -> 1 / Math.sqrt(shape), g -> skewness));
        MeanTest test = MeanTest.of(new ChainMoments(chains, mean, 1, 0, 0, 9), 1, 0, law);
        double below = new GammaDistribution(null, chains * shape, 1 / (chains * shape)).cumulativeProbability(mean);
        assertThat(test.below()).isCloseTo(below, within(1e-9 + 1e-6 * below));
        assertThat(test.above()).isCloseTo(1 - below, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-8, -2, 1, 6})
    void withoutSkewnessAKnownSpreadIsNormal(double z) {
        Law law = Law.mean("m", g -> 1, "f", "s").with(new Spread(g -> 2, g -> 0));
        MeanTest test = MeanTest.of(new ChainMoments(16, 1 + z / 2, 1, 0, 0, 9), 1, 0, law);
        assertThat(test.standardErrors()).isCloseTo(z, within(1e-12));
        assertThat(test.below() + test.above()).isCloseTo(1, within(1e-12));
        if (z == -8) {
            assertThat(test.below()).isCloseTo(6.22096057427178e-16, within(1e-21));
        }
    }
}
