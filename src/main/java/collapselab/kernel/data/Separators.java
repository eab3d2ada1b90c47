package collapselab.kernel.data;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands between the values of a row, seen from the file. */
final class Separators {
    /** Any run of blanks. */
    static final char BLANKS = ' ';

    /** Lines that are looked at. */
    private static final int HEAD = 200;

    /** Of four lines so many must be cut alike, that a row which is too short can be named. */
    private static final int ALIKE = 3;

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    /** A semicolon before a comma, for numbers may have a comma for a point. */
    private static final String SIGNS = "\t;,|";

    private Separators() {}

    /** A line with a letter for each value in quotes: separators may stand in them. */
    static String unquoted(String line) {
        return QUOTED.matcher(line).replaceAll("q");
    }

    /** What separates the values of a text. */
    static char of(String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .limit(HEAD)
                .map(Separators::unquoted)
                .toList();
        if (lines.isEmpty()) {
            return ',';
        }
        char sign = (char) SIGNS.chars()
                .filter(c -> lines.get(0).indexOf(c) >= 0)
                .findFirst()
                .orElse(BLANKS);
        return switch (sign) {
            case '\t', ';' -> sign;
            case BLANKS -> isTable(lines) ? BLANKS : below(lines);
            default -> isTable(lines) && isNumbers(lines) ? BLANKS : sign;
        };
    }

    /** What separates the values below a first line that is a note, so that it can be named. */
    private static char below(List<String> lines) {
        return (char) SIGNS.chars()
                .filter(c ->
                        4 * lines.stream().filter(line -> line.indexOf(c) >= 0).count() > ALIKE * (lines.size() - 1L))
                .findFirst()
                .orElse(',');
    }

    /** Whether blanks cut lines into as many words, at least two. */
    private static boolean isTable(List<String> lines) {
        List<Integer> widths = lines.stream().map(line -> words(line).size()).toList();
        int usual =
                widths.stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                        .entrySet()
                        .stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey();
        return usual > 1 && 4 * Collections.frequency(widths, usual) >= ALIKE * (widths.size() - 1);
    }

    /** Whether all words are numbers: then a comma in them stands before decimals. */
    private static boolean isNumbers(List<String> lines) {
        return lines.stream()
                .skip(lines.size() > 1 ? 1 : 0)
                .flatMap(line -> words(line).stream())
                .allMatch(word -> Decimals.isNumber(word) && !word.startsWith(",") && !word.endsWith(","));
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split("[ \t]+", -1));
    }
}
