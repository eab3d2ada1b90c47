package collapselab.kernel.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class C4Test {
    /** 2, 10 and 25 as in tables of quality control (Montgomery, appendix VI), to 16 digits by the recursion c4(n + 2). */
    @ParameterizedTest
    @CsvSource({"2", "3", "10", "25", "100", "101", "102", "5001"})
    void followsItsRecursion(int n) {
        double value = n % 2 == 0 ? Math.sqrt(2 / Math.PI) : Math.sqrt(Math.PI) / 2;
        for (double m = n % 2 == 0 ? 2 : 3; m < n; m += 2) {
            value *= m / Math.sqrt(m * m - 1);
        }
        assertThat(C4.of(n)).isCloseTo(value, within(3e-13));
    }

    @ParameterizedTest
    @CsvSource({"2,0.7979", "10,0.9727", "25,0.9896"})
    void isAsInTables(int n, double table) {
        assertThat(C4.of(n)).isCloseTo(table, within(5e-5));
    }
}
