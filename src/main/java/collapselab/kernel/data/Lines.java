package collapselab.kernel.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of a file that are passed over: how many, and where the first of them are. */
final class Lines {
    /** Line numbers that are said. */
    private static final int SAID = 5;

    private final List<Long> first = new ArrayList<>();
    private long count;

    /** One more, by its number from 1. */
    void add(long line) {
        count++;
        if (first.size() < SAID) {
            first.add(line);
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /**
     * Such as "2 comments (lines 1, 5)".
     *
     * @param what what one of them is called
     */
    String said(String what) {
        String lines = first.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Figures.grouped(count) + " " + what + (count == 1 ? " (line " : "s (lines ") + lines
                + (count > SAID ? ", ...)" : ")");
    }
}
