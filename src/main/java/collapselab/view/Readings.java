package collapselab.view;

import collapselab.chart.Readout;
import collapselab.experiment.Metric;
import collapselab.plot.Bars;
import collapselab.plot.Plot;
import collapselab.plot.Role;
import collapselab.plot.Scatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is read in a chart or a picture, in words. */
final class Readings {
    private Readings() {}

    /**
     * What a chart over generations says at one of them: all of the regime that is pointed at, or what stands at the lines' ends.
     *
     * @param title what is charted
     * @param labels what stands at the lines' ends
     */
    static String chart(String title, Optional<Metric> metric, Readout.Found found, List<Readout.Label> labels) {
        String where = " at generation " + Numbers.whole(Math.round(found.at())) + ": ";
        String unit = metric.map(Metric::unit).orElse("");
        Set<String> ends = labels.stream().map(Readout.Label::says).collect(Collectors.toSet());
        Optional<String> who = found.nearest().map(value -> who(value.says()));
        String list = found.values().stream()
                .filter(value -> who.map(of -> who(value.says()).equals(of)).orElse(ends.contains(value.says())))
                .map(value -> (who.isPresent() ? what(value.says()) : value.says()) + " " + text(value, unit))
                .collect(Collectors.joining(who.isPresent() ? ", " : "; "));
        String of = who.filter(name -> !name.isEmpty()).map(name -> ", " + name).orElse("");
        return title + of + (list.isEmpty() ? where.substring(0, where.length() - 2) : where + list)
                + ". Click to go there.";
    }

    /** Whose a line or band is: what stands before the comma. */
    private static String who(String says) {
        int comma = says.indexOf(", ");
        return comma < 0 ? "" : says.substring(0, comma);
    }

    private static String what(String says) {
        return says.substring(says.indexOf(", ") < 0 ? 0 : says.indexOf(", ") + 2);
    }

    private static String text(Readout.Value value, String unit) {
        String number = value.band()
                ? Numbers.value(value.low()) + " to " + Numbers.value(value.high())
                : Numbers.value(value.low());
        return unit.isEmpty() ? number : number + " " + unit;
    }

    /** What a panel's picture says at a place. */
    static String picture(Plot plot, Readout.Found found) {
        Readout.Value first = found.values().get(0);
        if (plot instanceof Scatter) {
            return (first.role() == Role.REAL ? "real point (" : "point (") + Numbers.value(first.at()) + ", "
                    + Numbers.value(first.low()) + ")";
        }
        boolean bars = plot instanceof Bars;
        String where = bars ? first.says() : "at " + Numbers.value(found.at());
        return where + ": "
                + found.values().stream()
                        .map(value -> (bars && value.equals(first)
                                        ? ""
                                        : value.says().isEmpty() ? "fitted " : value.says() + " ")
                                + text(value, ""))
                        .collect(Collectors.joining(", "));
    }
}
