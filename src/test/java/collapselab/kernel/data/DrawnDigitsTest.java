package collapselab.kernel.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class DrawnDigitsTest {
    private static final DigitData DIGITS = DrawnDigits.generate(DrawnDigits.SEED, 4000, 1000);

    @Test
    void areTheSameEveryTime() {
        assertThat(DrawnDigits.generate(DrawnDigits.SEED, 4000, 1000)).isEqualTo(DIGITS);
    }

    /** Whoever changes an image counts the generator up, so that exports of old and new sets can be told apart. */
    @Test
    void areThoseOfGeneratorOneOnEveryMachine() {
        assertThat(DIGITS.train().images().hashCode()).isEqualTo(193_225_030);
        assertThat(DIGITS.provenance()).contains("generator 1,");
    }

    @Test
    void doNotDependOnHowManyAreDrawn() {
        DigitData few = DrawnDigits.generate(DrawnDigits.SEED, 50, 10);

        assertThat(few.train()).isEqualTo(DIGITS.train().first(50));
        assertThat(few.test()).isEqualTo(DIGITS.test().first(10));
    }

    @Test
    void differBetweenSeedsAndBetweenTrainAndTest() {
        assertThat(DrawnDigits.generate(2, 50, 0).train())
                .isNotEqualTo(DIGITS.train().first(50));
        assertThat(DIGITS.test().first(50)).isNotEqualTo(DIGITS.train().first(50));
    }

    @Test
    void sayThatTheyAreNotMnist() {
        assertThat(DIGITS.name()).isEqualTo("drawn digits, not MNIST");
        assertThat(DIGITS.mnist()).isFalse();
        assertThat(DIGITS.provenance()).isEqualTo("drawn digits, not MNIST (generator 1, 4,000 + 1,000)");
        assertThat(DrawnDigits.generate(7, 1, 1).provenance()).contains("generator 1, seed 7, 1 + 1");
    }

    /** Counts are binomial, n = 4000 and p = 0.1: 100 is 5.3 standard deviations, a false alarm in 8 million. */
    @Test
    void comeInTenClassesAlikeOften() {
        for (int count : DIGITS.train().labels().counts(10)) {
            assertThat(count).isCloseTo(400, within(100));
        }
    }

    @Test
    void haveAsMuchInkAsMnist() {
        Images images = DIGITS.train().images();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < images.count(); i++) {
            for (int p = 0; p < images.pixels(); p++) {
                double value = images.at(i, p) / 255.0;
                sum += value;
                squares += value * value;
            }
        }
        double n = (double) images.count() * images.pixels();

        assertThat(sum / n).as("MNIST: 0.1307").isCloseTo(0.13, within(0.015));
        assertThat(Math.sqrt(squares / n - sum / n * (sum / n)))
                .as("MNIST: 0.3081")
                .isCloseTo(0.31, within(0.02));
    }

    @Test
    void areCentredByTheirMassInTwentyPixels() {
        Images images = DIGITS.train().images();
        for (int i = 0; i < 500; i++) {
            double mass = 0;
            double x = 0;
            double y = 0;
            for (int p = 0; p < images.pixels(); p++) {
                mass += images.at(i, p);
                x += images.at(i, p) * (p % 28 + 0.5);
                y += images.at(i, p) * (Math.floorDiv(p, 28) + 0.5);
            }
            assertThat(x / mass).isCloseTo(14, within(1.5));
            assertThat(y / mass).isCloseTo(14, within(1.5));
        }
    }

    @Test
    void areToldApartByTheNearestMeanAboutAsWellAsMnist() {
        double[][] means = means(DIGITS.train());
        Images images = DIGITS.test().images();
        int right = 0;
        for (int i = 0; i < images.count(); i++) {
            right += nearest(means, images, i) == DIGITS.test().labels().at(i) ? 1 : 0;
        }

        assertThat(right / (double) images.count()).as("MNIST: 0.82").isBetween(0.82, 0.92);
    }

    @Test
    void varyWithinEachClass() {
        double[][] means = means(DIGITS.train());
        double[] spread = new double[10];
        int[] counts = DIGITS.test().labels().counts(10);
        for (int i = 0; i < DIGITS.test().count(); i++) {
            int digit = DIGITS.test().labels().at(i);
            spread[digit] += squared(means[digit], DIGITS.test().images(), i) / counts[digit];
        }

        for (double value : spread) {
            assertThat(value).as("MNIST: 42 on average").isBetween(12.0, 60.0);
        }
    }

    @Test
    void tellHowFarTheyAreAndCanBeStopped() {
        List<Double> told = new ArrayList<>();
        DrawnDigits.generate(1, 200, 100, told::add);

        assertThat(told).isSorted().startsWith(0.0).endsWith(1.0);
        assertThatThrownBy(() -> DrawnDigits.generate(1, 10, 10, fraction -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
    }

    private static double[][] means(LabelledImages set) {
        double[][] means = new double[10][set.images().pixels()];
        int[] counts = set.labels().counts(10);
        for (int i = 0; i < set.count(); i++) {
            int digit = set.labels().at(i);
            for (int p = 0; p < means[digit].length; p++) {
                means[digit][p] += set.images().at(i, p) / 255.0 / counts[digit];
            }
        }
        return means;
    }

    private static int nearest(double[][] means, Images images, int image) {
        int best = 0;
        for (int digit = 1; digit < means.length; digit++) {
            if (squared(means[digit], images, image) < squared(means[best], images, image)) {
                best = digit;
            }
        }
        return best;
    }

    private static double squared(double[] mean, Images images, int image) {
        double sum = 0;
        for (int p = 0; p < mean.length; p++) {
            double difference = images.at(image, p) / 255.0 - mean[p];
            sum += difference * difference;
        }
        return sum;
    }
}
