package collapselab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4.5e-111|4.5×10⁻¹¹¹",
                "-7.25e12|−7.25×10¹²",
                "1000|1,000",
                "12345.6|12,350",
                "0.5|0.5",
                "-0.0625|−0.0625",
                "0|0",
                "Infinity|∞",
                "NaN|–",
            })
    void sentencesSayNumbersInOneStyle(double value, String said) {
        assertThat(Rounded.said(value)).isEqualTo(said);
    }
}
