package collapselab.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An evaluator of formulas as the program shows them. A sum reaches as far as the product behind its sign, a product as far as
 * the power; factors may stand side by side. Numbers with a point may be rounded to four digits: see {@link Node#uncertain}.
 */
final class FormulaParser {
    private static final String HIGH =
            "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b\u207a\u1d57\u1d4f\u02b2";
    private static final String PLAIN = "0123456789\u2212+tkj";
    private static final String LOW = "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089";
    private static final String INDICES = "\u209c\u2096\u1d62\u2c7c"; // t, k, i, j

    /** What names stand for, by the name with its index; what is given by index; and from where to where indices run. */
    record Names(Map<String, String> meanings, Map<String, double[]> given, Map<String, int[]> ranges) {}

    private interface Value {
        double at(FormulaPlace place);
    }

    /** A formula. */
    static final class Node {
        private final Value value;
        private final List<Double> halves;

        private Node(Value value, List<Double> halves) {
            this.value = value;
            this.halves = halves;
        }

        double at(int t) {
            return value.at(FormulaPlace.at(t));
        }

        /** How much of the value may be due to the rounding of its numbers. */
        double uncertain(int t) {
            double sum = 0;
            for (int n = 0; n < halves.size(); n++) {
                double most = 0;
                for (int sign = -1; sign <= 1; sign += 2) {
                    List<Double> moved = new ArrayList<>(Collections.nCopies(halves.size(), 0.0));
                    moved.set(n, sign * halves.get(n));
                    FormulaPlace place = new FormulaPlace(t, t, 0, 0, Double.NaN, moved);
                    most = Math.max(most, Math.abs(value.at(place) - at(t)));
                }
                sum += most;
            }
            return sum;
        }
    }

    private final String text;
    private final Names names;
    private final List<Double> halves;
    private final Map<String, Value> known;
    private int next;
    private boolean exact;

    FormulaParser(String text, Names names) {
        this(text, names, new ArrayList<>(), new HashMap<>());
    }

    private FormulaParser(String text, Names names, List<Double> halves, Map<String, Value> known) {
        this.text = text;
        this.names = names;
        this.halves = halves;
        this.known = known;
    }

    /** The whole text as one expression. */
    Node all() {
        return new Node(whole(), halves);
    }

    private Value whole() {
        Value value = sum();
        if (next < text.length()) {
            throw unread();
        }
        return value;
    }

    private IllegalArgumentException unread() {
        return new IllegalArgumentException(
                "cannot read \"" + text.substring(Math.min(next, text.length())) + "\" in \"" + text + "\"");
    }

    private char sign() {
        return next < text.length() ? text.charAt(next) : 0;
    }

    private boolean takes(String expected) {
        boolean here = text.startsWith(expected, next);
        next += here ? expected.length() : 0;
        return here;
    }

    private Value sum() {
        Value left = product();
        while (true) {
            Value before = left;
            if (takes(" + ")) {
                Value right = product();
                left = p -> before.at(p) + right.at(p);
            } else if (takes(" \u2212 ") || takes("\u2212")) {
                Value right = product();
                left = p -> before.at(p) - right.at(p);
            } else {
                return left;
            }
        }
    }

    private Value product() {
        if (takes("\u2212")) {
            Value right = product();
            return p -> -right.at(p);
        }
        Value left = power();
        while (true) {
            Value before = left;
            if (takes("/")) {
                Value right = power();
                left = p -> before.at(p) / right.at(p);
            } else if (takes("\u00b7") || begins()) {
                Value right = power();
                left = p -> before.at(p) * right.at(p);
            } else {
                return left;
            }
        }
    }

    /** Whether a factor follows without a sign, perhaps after a space. */
    private boolean begins() {
        if (text.startsWith(" ln", next)) {
            next++;
            return true;
        }
        char c = sign();
        return c == '(' || c == '\u221a' || c == '\u2211' || c == '\u220f' || Character.isLetterOrDigit(c);
    }

    private Value power() {
        Value base = primary();
        while (true) {
            Value before = base;
            Value exponent;
            if (HIGH.indexOf(sign()) >= 0 && sign() != 0) {
                exponent = new FormulaParser(high(), names, halves, known).exactly();
            } else if (takes("^")) {
                exponent = bracket();
            } else {
                return base;
            }
            base = p -> Math.pow(before.at(p), exponent.at(p));
        }
    }

    private Value exactly() {
        exact = true;
        return whole();
    }

    /** What stands above the line, as if it stood on it. */
    private String high() {
        StringBuilder plain = new StringBuilder();
        while (next < text.length()) {
            boolean point = sign() == '\u00b7' && next + 1 < text.length() && isHighDigit(text.charAt(next + 1));
            int place = HIGH.indexOf(sign());
            if (place < 0 && !(point && isHighDigit(text.charAt(next - 1)))) {
                break;
            }
            plain.append(place < 0 ? '.' : PLAIN.charAt(place));
            next++;
        }
        return plain.toString();
    }

    private static boolean isHighDigit(char c) {
        int place = HIGH.indexOf(c);
        return place >= 0 && place < 10;
    }

    private Value bracket() {
        if (!takes("(")) {
            throw unread();
        }
        Value value = sum();
        if (!takes(")")) {
            throw unread();
        }
        return value;
    }

    private Value primary() {
        char c = sign();
        if (c == '(') {
            return bracket();
        }
        if (Character.isDigit(c)) {
            return number();
        }
        if (takes("\u2211")) {
            return series(0, (a, b) -> a + b, true);
        }
        if (takes("\u220f")) {
            return series(1, (a, b) -> a * b, false);
        }
        if (takes("max")) {
            return larger();
        }
        for (FormulaFunction function : FormulaFunction.values()) {
            if (takes(function.text() + "(")) {
                next--;
                Value argument = bracket();
                return p -> function.of(argument.at(p));
            }
        }
        if (takes("ln ")) {
            Value argument = power();
            return p -> Math.log(argument.at(p));
        }
        return name();
    }

    private Value larger() {
        takes("(");
        Value one = sum();
        if (!takes(", ")) {
            throw unread();
        }
        Value other = sum();
        takes(")");
        return p -> Math.max(one.at(p), other.at(p));
    }

    private Value number() {
        int start = next;
        while (Character.isDigit(sign())) {
            next++;
        }
        boolean rounded = takes(".");
        while (rounded && Character.isDigit(sign())) {
            next++;
        }
        if (sign() == 'E') {
            rounded = true;
            next += 2;
            while (Character.isDigit(sign())) {
                next++;
            }
        }
        String digits = text.substring(start, next).replace('\u2212', '-');
        double value = Double.parseDouble(digits);
        int significant = digits.replaceAll("E.*", "")
                .replaceAll("^[0.]*", "")
                .replace(".", "")
                .length();
        if (!rounded || exact || significant > 4 || value == 0) {
            return p -> value;
        }
        int place = halves.size();
        halves.add(0.5 * Math.pow(10, Math.floor(Math.log10(value)) - 3));
        return p -> value + (p.moved().isEmpty() ? 0 : p.moved().get(place));
    }

    private interface Join {
        double of(double a, double b);
    }

    private Value series(double start, Join join, boolean wide) {
        char index = sign();
        next++;
        int from = 1;
        if (takes("\u2265")) {
            from = LOW.indexOf(sign());
            next++;
        }
        Value body = wide ? product() : power();
        int first = from;
        String letter = "tkij".substring(INDICES.indexOf(index), INDICES.indexOf(index) + 1);
        int[] range = names.ranges().get(letter);
        return p -> {
            int last = letter.equals("k")
                    ? p.t()
                    : range != null ? range[1] : names.given().get("p").length;
            double value = start;
            for (int n = range == null ? first : range[0]; n <= last; n++) {
                value = join.of(value, body.at(letter.equals("k") ? p.k(n) : letter.equals("i") ? p.i(n) : p.j(n)));
            }
            return value;
        };
    }

    private Value name() {
        char letter = sign();
        if (!Character.isLetter(letter)) {
            throw unread();
        }
        next++;
        String running = letter + "\u2096";
        if (takes("\u2081 + \u2026 + " + running)) {
            Value each = indexed(letter, '\u2096', 0);
            return p -> {
                double sum = 0;
                for (int n = 1; n <= p.k(); n++) {
                    sum += each.at(p.k(n));
                }
                return sum;
            };
        }
        if (takes("\u2080")) {
            return meaning(letter + "\u2080");
        }
        if (INDICES.indexOf(sign()) >= 0 && sign() != 0) {
            char index = sign();
            next++;
            return indexed(letter, index, takes("\u208b\u2081") ? -1 : 0);
        }
        return switch (letter) {
            case 't' -> p -> p.t();
            case 'k' -> p -> p.k();
            case 'j' -> p -> p.j();
            case '\u03c0' -> p -> Math.PI;
            default -> meaning(String.valueOf(letter));
        };
    }

    /** A name with an index: given by the setting, worked out from what came before, or what it stands for there. */
    private Value indexed(char letter, char index, int shift) {
        double[] values = names.given().get(String.valueOf(letter));
        if (values != null) {
            return p -> values[p.i() - 1];
        }
        if (names.meanings().containsKey(letter + "\u2081")) {
            return recursive(letter, index);
        }
        if (names.meanings().containsKey(letter + "\u1d62")) {
            return meaning(letter + "\u1d62");
        }
        boolean byTime = names.meanings().containsKey(letter + "\u209c");
        Value value = meaning(letter + (byTime ? "\u209c" : "\u2096"));
        return p -> {
            int at = (index == '\u209c' ? p.t() : p.k()) + shift;
            return value.at(byTime ? p.t(at) : p.k(at));
        };
    }

    private Value recursive(char letter, char index) {
        if (index == '\u2096') {
            return FormulaPlace::previous;
        }
        Value first = meaning(letter + "\u2081");
        Value step = meaning(letter + "\u2096\u208a\u2081");
        return p -> {
            double value = first.at(p);
            for (int k = 1; k < p.t(); k++) {
                value = step.at(p.previous(value));
            }
            return value;
        };
    }

    private Value meaning(String name) {
        String meant = names.meanings().get(name);
        if (meant == null) {
            throw new IllegalArgumentException("\"" + name + "\" stands for nothing in \"" + text + "\"");
        }
        Value already = known.get(name);
        if (already == null) {
            already = new FormulaParser(meant, names, halves, known).whole();
            known.put(name, already);
        }
        return already;
    }
}
