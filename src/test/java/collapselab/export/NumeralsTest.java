package collapselab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "-0.25, -0.25",
        "0.1, 0.1",
        "1500, 1500",
        "0.00012, 0.00012",
        "1e-7, 0.0000001",
        "1.5e-30, 1.5e-30",
        "1e-300, 1e-300",
        "1e22, 1e22",
        "2e-3, 0.002",
        "2.0E-323, 2e-323"
    })
    void writesWhatAPersonWouldWrite(double value, String text) {
        assertThat(Numerals.text(value)).isEqualTo(text);
    }

    @Test
    void writesTheShortestDigitsOnEveryJava() {
        // Double.toString gives 5.6843418860808015E-14 before Java 19.
        assertThat(Numerals.text(Math.scalb(1.0, -44))).isEqualTo("5.684341886080802e-14");
    }

    @Test
    void leavesACellEmptyForNoNumber() {
        assertThat(Numerals.text(Double.NaN)).isEmpty();
    }

    @Test
    void leadsBackToTheSameBits() {
        SplittableRandom bits = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            double value = i % 2 == 0 ? Double.longBitsToDouble(bits.nextLong()) : bits.nextDouble();
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(Numerals.text(value))).isEqualTo(value);
            }
        }
    }
}
