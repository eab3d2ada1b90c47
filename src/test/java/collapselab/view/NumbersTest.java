package collapselab.view;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.catalog.digits.DigitsExperiment;
import collapselab.experiment.Experiment;
import collapselab.experiment.Range;
import collapselab.experiment.Schema;
import collapselab.kernel.data.DigitSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NumbersTest {
    private final Schema.Field slope =
            Schema.of(Drift.Parameters.class).fields().get(0);

    private static SliderScale scale(Schema.Field field) {
        return new SliderScale(field, new Range(field.knob().min(), field.knob().max()));
    }

    @Test
    void anExperimentHasRangesOfItsOwn() {
        Experiment<?, ?> digits = new DigitsExperiment(DigitSource.of(Optional.empty(), Map.of()));
        Schema.Field generations = protocol("generations");
        SliderScale scale = new SliderScale(generations, Range.of(digits, generations));
        assertThat(scale.at(0)).isEqualTo("2");
        assertThat(scale.at(1)).isEqualTo("30");
        assertThat(scale.position(200)).isEqualTo(1);
        assertThat(Range.of(digits, protocol("samples")).max()).isEqualTo(60_000);
        assertThat(Range.of(digits, protocol("seeds"))).isEqualTo(new Range(1, 1_000));
    }

    private static Schema.Field protocol(String name) {
        return collapselab.experiment.RunSpec.protocolSchema().fields().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void valuesHaveThreeDigits() {
        assertThat(Numbers.value(0.798123)).isEqualTo("0.798");
        assertThat(Numbers.value(-12.3456)).isEqualTo("−12.3");
        assertThat(Numbers.value(0.00001234)).isEqualTo("1.2×10⁻⁵");
        assertThat(Numbers.value(Double.NaN)).isEqualTo("–");
    }

    @Test
    void digitsAreThoseOfTheWordsBesideThemInEveryCountry() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("de-DE", "ar-EG", "fa-IR", "hi-IN-u-nu-deva", "th-TH-u-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(Numbers.value(-0.798123)).isEqualTo("−0.798");
                assertThat(Numbers.value(1.5e-7)).isEqualTo("1.5×10⁻⁷");
                assertThat(Numbers.whole(1_234_567)).isEqualTo("1,234,567");
                assertThat(Numbers.tick(2_500)).isEqualTo("2.5k");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aLogSliderIsDividedInDecades() {
        SliderScale scale = scale(protocol("samples"));
        assertThat(scale.at(0)).isEqualTo("10");
        assertThat(scale.at(1)).isEqualTo("10000");
        assertThat(scale.at(scale.position(100))).isEqualTo("100");
        assertThat(scale.position(1e9)).isEqualTo(1);
        assertThat(scale(slope).at(0.5)).isEqualTo("1");
    }

    @Test
    void aFractionReadsInPerCent() {
        SliderScale scale = scale(protocol("real"));
        assertThat(scale.shown("0.1")).isEqualTo("10 %");
        assertThat(scale.meant("12,5 %")).isEqualTo("0.125");
        assertThat(scale.meant("half")).isEqualTo("half");
        assertThat(scale.at(0.5)).isEqualTo("0.5");
    }

    @Test
    void durationsAndSizesAreWords() {
        assertThat(Numbers.duration(0.2)).isEqualTo("under 1 s");
        assertThat(Numbers.duration(150)).isEqualTo("3 min");
        assertThat(Numbers.bytes(538_000_000)).isEqualTo("538 MB");
    }
}
