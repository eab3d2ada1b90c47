package collapselab.experiment;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What must hold of one parameter for another to mean something: that it has one of some values, {@code data=csv,drawn}, or
 * none of them, {@code real!=0}.
 *
 * @param name the parameter that it is about
 * @param values values, as specs write them
 * @param among whether the parameter must have one of them, or must have none
 */
public record Condition(String name, List<String> values, boolean among) {
    public Condition {
        values = List.copyOf(values);
    }

    /** Reads a condition as {@link Knob#when} has it. */
    static Condition of(String text) {
        int sign = text.indexOf('=');
        boolean among = text.charAt(sign - 1) != '!';
        return new Condition(
                text.substring(0, among ? sign : sign - 1),
                List.of(text.substring(sign + 1).split(",", -1)),
                among);
    }

    /** Whether it holds where its parameter has this value. */
    public boolean holds(String value) {
        return values.contains(value) == among;
    }

    /** What to do about a value with which it does not hold. */
    String remedy() {
        return among
                ? "use " + values.stream().map(value -> name + "=" + value).collect(Collectors.joining(" or "))
                : "give " + name + " another value";
    }
}
