package collapselab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProtocolTest {
    private static Protocol growing(Growth growth) {
        return new Protocol(100, 2_000, 0.25, RealSource.FRESH, 1, 1, growth);
    }

    @Test
    void batchesGrowAsTheyAreNamed() {
        assertThat(growing(Growth.CONSTANT).samples(41)).isEqualTo(100);
        assertThat(growing(Growth.LINEAR).samples(41)).isEqualTo(4_200);
        assertThat(growing(Growth.SUPERLINEAR).samples(3)).isEqualTo(800);
        assertThat(growing(Growth.LINEAR).total(9)).isEqualTo(5_500);
        assertThat(growing(Growth.LINEAR).realSamples(growing(Growth.LINEAR).samples(1)))
                .isEqualTo(50);
    }

    /** The sum of t^-1.5 is zeta(1.5) = 2.612, less 2 / sqrt(2000) that comes after. */
    @Test
    void onlySuperlinearGrowthKeepsTheSumOfInversesBounded() {
        assertThat(inverses(Growth.SUPERLINEAR)).isCloseTo(2.612 - 2 / Math.sqrt(2_000), within(2e-3));
        assertThat(inverses(Growth.LINEAR)).isGreaterThan(8);
    }

    private static double inverses(Growth growth) {
        return IntStream.range(0, 2_000)
                .mapToDouble(g -> 100.0 / growing(growth).samples(g))
                .sum();
    }

    @Test
    void regimesSayWhatTheirModelsAreTrainedOn() {
        Protocol protocol = growing(Growth.LINEAR);
        assertThat(DataRegime.REPLACE.trained(protocol, 9)).isEqualTo(1_000);
        assertThat(DataRegime.SUBSAMPLE.trained(protocol, 9)).isEqualTo(1_000);
        assertThat(DataRegime.ACCUMULATE.trained(protocol, 9)).isEqualTo(5_500);
        assertThat(DataRegime.REPLACE_MULTIPLE.trained(protocol, 9)).isEqualTo(5_500);
        assertThat(DataRegime.REPLACE_MULTIPLE.batch(protocol, 9)).isEqualTo(5_500);
        assertThat(DataRegime.ACCUMULATE.batch(protocol, 9)).isEqualTo(1_000);
        double[] work = DataRegime.ACCUMULATE.work(protocol);
        assertThat(work).hasSize(2_001).startsWith(0, 100, 400, 1_000);
    }

    @Test
    void realDataThatAreKeptCannotGrow() {
        Protocol kept = new Protocol(100, 5, 0.1, RealSource.KEPT, 1, 1);
        assertThat(DataRegime.REPLACE.allows(kept)).isTrue();
        assertThat(DataRegime.REPLACE_MULTIPLE.allows(kept)).isFalse();
        assertThatThrownBy(() -> new Setting<>(new Nothing(), kept, DataRegime.REPLACE_MULTIPLE))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("realSource=kept");
    }

    private record Nothing() {}
}
