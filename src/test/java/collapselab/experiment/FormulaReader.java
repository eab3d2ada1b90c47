package collapselab.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a formula says, from the text on the screen alone: a claim and further ones after semicolons, each a chain of
 * equal things, then what names stand for, each after a comma, then words after a colon.
 */
final class FormulaReader {
    /** Signs between the parts of a chain. */
    private static final String RELATIONS = "=\u2264\u2265\u2248\u2192";

    /** What a formula is the value of: expectations, or a metric's own name. */
    private static final Pattern QUANTITY = Pattern.compile(".*E[\\[|].*|E|median.*|bias\u00b2( \\+ variance)?|variance"
            + "|[HSKR][\u209c\u2080]|W\u2082\u00b2.*|ln \u03c3\u209c\u00b2/\u03c3\u2080\u00b2");

    private static final Pattern RECURSION = Pattern.compile("(.*),? by an exact recursion \\((.*)\\)");
    private static final Pattern RANGE = Pattern.compile("(\\d+)\u2026(\\d+)");

    /** A part of a chain, and the sign before it. */
    record Part(char relation, FormulaParser.Node node) {}

    private final List<List<Part>> claims = new ArrayList<>();
    private final FormulaParser.Names names;
    private String inputs = "";

    /**
     * Reads a text.
     *
     * @param given what stands under an index in the text and comes from the setting: shares by word
     * @throws IllegalArgumentException if any of it cannot be read
     */
    FormulaReader(String text, Map<String, double[]> given) {
        names = new FormulaParser.Names(new HashMap<>(), given, new HashMap<>());
        Matcher recursion = RECURSION.matcher(withoutWords(text));
        if (recursion.matches()) {
            inputs = recursion.group(2);
            return;
        }
        for (String claim : split(text, "; ")) {
            read(split(withoutWords(claim), ", "));
        }
    }

    private void read(List<String> parts) {
        for (String meaning : parts.subList(1, parts.size())) {
            define(meaning);
        }
        List<Part> claim = new ArrayList<>();
        String rest = parts.get(0);
        char relation = ' ';
        while (!rest.isEmpty()) {
            int end = relation(rest);
            String one = rest.substring(0, end < 0 ? rest.length() : end).strip();
            if (!one.isEmpty() && !QUANTITY.matcher(one).matches()) {
                claim.add(new Part(relation, new FormulaParser(one, names).all()));
            }
            relation = end < 0 ? ' ' : rest.charAt(end);
            rest = end < 0 ? "" : rest.substring(end + 1);
        }
        if (claim.isEmpty()) {
            throw new IllegalArgumentException("nothing is said in " + parts);
        }
        claims.add(claim);
    }

    private static int relation(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += depth(text.charAt(i));
            if (depth == 0 && RELATIONS.indexOf(text.charAt(i)) >= 0 && text.startsWith(" ", i + 1)) {
                return i;
            }
        }
        return -1;
    }

    private void define(String meaning) {
        List<String> sides = split(meaning, " = ");
        String name = sides.get(0);
        String value = sides.get(sides.size() - 1);
        Matcher range = RANGE.matcher(value);
        if (range.matches()) {
            names.ranges().put(name, new int[] {Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2))});
        } else {
            names.meanings().put(name, value);
        }
    }

    private static int depth(char sign) {
        return "([".indexOf(sign) >= 0 ? 1 : ")]".indexOf(sign) >= 0 ? -1 : 0;
    }

    private static List<String> split(String text, String by) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += depth(text.charAt(i));
            if (depth == 0 && text.startsWith(by, i)) {
                parts.add(text.substring(start, i));
                start = i + by.length();
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static String withoutWords(String claim) {
        return split(claim, ": ").get(0);
    }

    /** What an exact recursion starts from; empty for a formula that can be worked out. */
    String inputs() {
        return inputs;
    }

    /** The claims, the law itself first; empty for a recursion. */
    List<List<Part>> claims() {
        return claims;
    }
}
