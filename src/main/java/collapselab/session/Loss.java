package collapselab.session;

import java.util.List;

/**
 * What the first chain of a panel lost from one generation to the next.
 *
 * @param generation the first without it
 * @param names what was lost, such as {@code digit 4}
 */
public record Loss(int generation, List<String> names) {
    public Loss {
        names = List.copyOf(names);
    }
}
