package collapselab.kernel.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        List<Double> expected = new ArrayList<>();
        List<Long> observed = new ArrayList<>();
        double mass = 0;
        long count = 0;
        for (int k = 0; k < seen.length; k++) {
            mass += draws * probability.applyAsDouble(k);
            count += seen[k];
            if (mass >= LEAST_EXPECTED) {
                expected.add(mass);
                observed.add(count);
                mass = 0;
                count = 0;
            }
        }
        int last = expected.size() - 1;
        expected.set(last, expected.get(last) + mass);
        observed.set(last, observed.get(last) + count);
        double p = new ChiSquareTest()
                .chiSquareTest(
                        expected.stream().mapToDouble(e -> e).toArray(),
                        observed.stream().mapToLong(o -> o).toArray());
        assertThat(p).isGreaterThan(FALSE_ALARM);
    }
}
