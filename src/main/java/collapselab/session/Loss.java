package collapselab.session;

import java.util.List;

/**
 * What the first chain of a panel lost at a generation, and what came back.
 *
 * @param generation the first without what was lost
 * @param names what was lost, such as {@code digit 4}
 * @param returned what had been lost before and is there again
 */
public record Loss(int generation, List<String> names, List<String> returned) {
    public Loss {
        names = List.copyOf(names);
        returned = List.copyOf(returned);
    }
}
