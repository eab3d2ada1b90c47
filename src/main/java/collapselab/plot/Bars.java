package collapselab.plot;

import java.util.List;

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
 */
public record Bars(
        String title, String description, Axis y, List<String> categories, Doubles values, Role role, Doubles reference)
        implements Plot {
    public Bars {
        categories = List.copyOf(categories);
    }
}
