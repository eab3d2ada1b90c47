package collapselab.kernel.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.stat.inference.ChiSquareTest;

/** How often numbers were drawn, against how often they should be. */
final class Frequencies {
    /** A right program fails a comparison once in a million, when seeds are chosen. */
    private static final double FALSE_ALARM = 1e-6;

    private static final double LEAST_EXPECTED = 20;

    private Frequencies() {}

    /**
     * Compares by chi-square, neighbours together until 20 are expected.
     *
     * @param seen of each number from 0
     * @param probability of each number
     */
    static void assertLaw(long[] seen, IntToDoubleFunction probability) {
        long draws = Arrays.stream(seen).sum();
        Cells cells = Cells.of(seen, draws, probability, LEAST_EXPECTED);
        double p = new ChiSquareTest().chiSquareTest(cells.expected(), cells.observed());
        assertThat(p).isGreaterThan(FALSE_ALARM);
    }
}
