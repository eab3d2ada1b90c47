package collapselab.view;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.chart.Readout;
import collapselab.experiment.Metric;
import collapselab.plot.Axis;
import collapselab.plot.Bars;
import collapselab.plot.Curves;
import collapselab.plot.Doubles;
import collapselab.plot.Role;
import collapselab.plot.Scatter;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReadingsTest {
    private static final Optional<Metric> ENTROPY =
            Optional.of(new Metric("entropy", "Entropy", "of something", false).in("nats"));
    private static final Readout.Value BAND = new Readout.Value("Replace, 5–95 %", Role.REPLACE, 1200, 1, 2.5, 0);
    private static final Readout.Value MEDIAN = line("Replace, median", 1.5);
    private static final Readout.Value LAW = line("Replace, typical law", 1.4);
    private static final Readout.Value OTHER = line("Accumulate, median", 2);
    private static final List<Readout.Value> ALL = List.of(BAND, MEDIAN, OTHER, LAW);
    private static final List<Readout.Label> ENDS = List.of(end("Replace, median"), end("Accumulate, median"));

    private static Readout.Value line(String says, double value) {
        return new Readout.Value(says, Role.REPLACE, 1200, value, value, 0);
    }

    private static Readout.Label end(String says) {
        return new Readout.Label(says, says, Color.WHITE, 0, 0);
    }

    private static String read(Optional<Readout.Value> nearest) {
        return Readings.chart("Entropy", ENTROPY, new Readout.Found(1200, 0, ALL, nearest), ENDS);
    }

    @Test
    void whatIsPointedAtIsReadWithItsRegimeBandAndLaw() {
        assertThat(read(Optional.of(MEDIAN)))
                .isEqualTo("Entropy, Replace at generation 1,200: 5–95 % 1 to 2.5 nats, median 1.5 nats,"
                        + " typical law 1.4 nats. Click to go there.");
    }

    @Test
    void elsewhereWhatStandsAtTheEndsIsRead() {
        assertThat(read(Optional.empty()))
                .isEqualTo("Entropy at generation 1,200: Replace, median 1.5 nats; Accumulate, median 2 nats."
                        + " Click to go there.");
    }

    @Test
    void whereNothingIsMeasuredOnlyTheGenerationIsSaid() {
        Readout.Found nothing = new Readout.Found(3, 0, List.of(), Optional.empty());
        assertThat(Readings.chart("Entropy", ENTROPY, nothing, ENDS))
                .isEqualTo("Entropy at generation 3. Click to go there.");
    }

    @Test
    void picturesSayHeightsAndPoints() {
        Readout.Value real = new Readout.Value("real", Role.REAL, 0.5, 0.35, 0.35, 0);
        Readout.Value fitted = new Readout.Value("", Role.REPLACE, 0.5, 0.61, 0.61, 0);
        Readout.Found found = new Readout.Found(0.5, 0, List.of(real, fitted), Optional.empty());
        Axis unit = Axis.linear("", 0, 1);
        Curves density = new Curves("", "", unit, unit, List.of(), List.of(), Doubles.of(), Role.REPLACE);
        assertThat(Readings.picture(density, found)).isEqualTo("at 0.5: real 0.35, fitted 0.61");
        Scatter points = new Scatter("", "", unit, unit, List.of(), List.of());
        assertThat(Readings.picture(points, found)).isEqualTo("real point (0.5, 0.35)");
        Bars bars = new Bars("", "", unit, List.of(), Doubles.of(), Role.REPLACE, Doubles.of());
        Readout.Value word = new Readout.Value("the", Role.REPLACE, 1, 0.2, 0.2, 0);
        Readout.Found bar = new Readout.Found(1, 0, List.of(word, real), Optional.of(word));
        assertThat(Readings.picture(bars, bar)).isEqualTo("the: 0.2, real 0.35");
    }
}
