package collapselab.plot;

import java.util.List;
import java.util.Set;

/**
 * A bar for each category, with a mark at the height it has in the real data.
 *
 * @param title heading
 * @param description a sentence for those who cannot see it
 * @param y vertical axis
 * @param categories names under the bars
 * @param values heights, one a category
 * @param role what the bars stand for
 * @param reference heights to mark, one a category; empty for none
 * @param crossed places of the categories that are crossed out
 */
public record Bars(
        String title,
        String description,
        Axis y,
        List<String> categories,
        Doubles values,
        Role role,
        Doubles reference,
        Set<Integer> crossed)
        implements Plot {
    public Bars {
        categories = List.copyOf(categories);
        crossed = Set.copyOf(crossed);
    }

    /** The same on another axis. */
    public Bars on(Axis y) {
        return new Bars(title, description, y, categories, values, role, reference, crossed);
    }

    /** Bars of which none is crossed out. */
    public Bars(
            String title,
            String description,
            Axis y,
            List<String> categories,
            Doubles values,
            Role role,
            Doubles reference) {
        this(title, description, y, categories, values, role, reference, Set.of());
    }
}
