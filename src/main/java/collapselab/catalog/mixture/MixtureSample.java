package collapselab.catalog.mixture;

import collapselab.experiment.Sample;
import collapselab.kernel.mixture.PlanePoints;
import collapselab.kernel.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Training sets as points, or, for infinitely many, as weighted points that stand for a distribution: of those any part
 * looks like the whole.
 *
 * <p>A set that grows appends to the memory of the one it grew from, which stays as it was: it ends where it ended. The loop
 * grows a set in one way only, and a generation that is begun again appends the same points again.
 */
final class MixtureSample implements Sample<MixtureSample> {
    private final List<PlanePoints> chains;
    private final int size;
    private final boolean exact;
    private final int batch; // points in a full batch
    private final Taken taken;

    /** Bits for the places of a choice, all zero between choices: memory that sets grown from each other share. */
    private static final class Taken {
        private long[] bits = {};

        private long[] atLeast(int words) {
            if (bits.length < words) {
                bits = new long[words + words / 2];
            }
            return bits;
        }
    }

    private MixtureSample(List<PlanePoints> chains, int size, boolean exact, int batch, Taken taken) {
        this.chains = List.copyOf(chains);
        this.size = size;
        this.exact = exact;
        this.batch = batch;
        this.taken = taken;
    }

    /**
     * A set of points.
     *
     * @param chains the points of each chain
     * @param size n
     * @param exact whether they are weighted points that stand for infinitely many
     * @param batch how many points a full batch of the protocol has
     */
    MixtureSample(List<PlanePoints> chains, int size, boolean exact, int batch) {
        this(chains, size, exact, batch, new Taken());
    }

    PlanePoints points(int chain) {
        return chains.get(chain);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public MixtureSample concat(MixtureSample more) {
        List<PlanePoints> grown = new ArrayList<>();
        int room = size + more.size <= batch ? 0 : size / 2;
        for (int c = 0; c < chains.size(); c++) {
            grown.add(chains.get(c).followedBy(more.chains.get(c), room));
        }
        return new MixtureSample(grown, size + more.size, exact, batch, taken);
    }

    @Override
    public MixtureSample first(int count) {
        return exact
                ? part(count)
                : with(chains.stream().map(points -> points.first(count)).toList(), count);
    }

    @Override
    public MixtureSample choose(int count, Draws draws) {
        if (exact) {
            return part(count);
        }
        // Of batches that grow, the whole is one.
        boolean even = size % batch == 0;
        int batches = even ? size / batch : 1;
        int each = even ? batch : size;
        int stride = Draws.stride(each);
        int shift = Integer.numberOfTrailingZeros(stride);
        long[] bits = taken.atLeast((int) (((long) batches * stride + 63) / 64));
        int[] places = new int[count];
        List<PlanePoints> chosen = new ArrayList<>();
        for (int c = 0; c < chains.size(); c++) {
            draws.choose(c, batches, /* size= */ each, bits, places);
            int[] indices = Arrays.stream(places)
                    .map(place -> (place >> shift) * each + (place & (stride - 1)))
                    .toArray();
            chosen.add(chains.get(c).at(indices));
        }
        return with(chosen, count);
    }

    private MixtureSample part(int count) {
        double share = (double) count / size;
        return with(chains.stream().map(points -> points.scaled(share)).toList(), count);
    }

    private MixtureSample with(List<PlanePoints> points, int count) {
        return new MixtureSample(points, count, exact, batch, taken);
    }
}
