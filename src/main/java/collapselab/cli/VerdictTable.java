package collapselab.cli;

import collapselab.session.RunVerdicts.Judged;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How a run stands against theory, as lines of text. */
final class VerdictTable {
    private VerdictTable() {}

    /** A line a regime and metric, in columns. */
    static List<String> lines(List<Judged> verdicts) {
        int regime = width(verdicts.stream().map(judged -> judged.regime().text()));
        int metric = width(verdicts.stream().map(Judged::metric));
        String format = "%-" + regime + "s  %-" + metric + "s  %-7s  %s";
        return verdicts.stream()
                .map(judged -> String.format(
                        Locale.ROOT,
                        format,
                        judged.regime().text(),
                        judged.metric(),
                        judged.verdict().status().text(),
                        judged.verdict().sentence()))
                .toList();
    }

    private static int width(Stream<String> words) {
        return words.mapToInt(String::length).max().orElse(1);
    }
}
