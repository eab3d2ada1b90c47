package collapselab.plot;

import java.util.List;
import java.util.Set;

/**
 * A tile for each of many things, in reading order.
 *
 * @param title heading
 * @param description a sentence for those who cannot see it
 * @param names what stands on the tiles where there is room, one each
 * @param strength how bright each is, from 0, not there now, to 1
 * @param role what they stand for
 * @param crossed places of the tiles that are crossed out
 */
public record Tiles(
        String title, String description, List<String> names, Doubles strength, Role role, Set<Integer> crossed)
        implements Plot {
    public Tiles {
        names = List.copyOf(names);
        crossed = Set.copyOf(crossed);
        if (names.size() != strength.size()) {
            throw new IllegalArgumentException("Tiles need as many names as strengths.");
        }
    }
}
