package collapselab.catalog.mixture;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.OwnData;
import collapselab.kernel.mixture.PlanePoints;
import collapselab.kernel.random.Chains;
import collapselab.kernel.random.Draws;
import collapselab.kernel.random.Purpose;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldOutTest {
    private final HeldOut heldOut =
            new HeldOut(RealPoints.of(Lab.setting("mixture").parameters(), new OwnData()));

    private static Draws chains(long first, int count) {
        return Chains.from(first, count).draws(3, Purpose.MEASURE);
    }

    @Test
    void aChainsPointsFollowFromItsSeedAlone() {
        List<PlanePoints> block = List.copyOf(heldOut.of(chains(1, 3)));
        PlanePoints alone = heldOut.of(chains(2, 1)).get(0);
        assertThat(alone.size()).isEqualTo(HeldOut.SIZE);
        assertThat(alone.x(7))
                .isEqualTo(block.get(1).x(7))
                .isNotEqualTo(block.get(2).x(7));
    }

    @Test
    void pointsAreKeptFromGenerationToGenerationAndLetGoWithTheirChains() {
        PlanePoints first = heldOut.of(chains(1, 2)).get(0);
        assertThat(heldOut.of(chains(1, 2)).get(0)).isSameAs(first);
        assertThat(heldOut.of(chains(3, 2))).hasSize(2);
        assertThat(heldOut.of(chains(1, 2)).get(0)).isNotSameAs(first);
    }
}
