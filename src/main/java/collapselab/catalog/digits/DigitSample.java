package collapselab.catalog.digits;

import collapselab.experiment.Sample;
import collapselab.kernel.data.Images;
import collapselab.kernel.random.Draws;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * A training set of digits.
 *
 * @param images (n, 28, 28) bytes
 */
record DigitSample(Images images) implements Sample<DigitSample> {
    @Override
    public int size() {
        return images.count();
    }

    @Override
    public DigitSample concat(DigitSample more) {
        return new DigitSample(images.concat(more.images));
    }

    @Override
    public DigitSample first(int count) {
        return new DigitSample(images.first(count));
    }

    @Override
    public DigitSample choose(int count, Draws draws) {
        int[] order = IntStream.range(0, size()).toArray();
        PermutationSampler.shuffle(draws.stream(0), order);
        return new DigitSample(images.select(IntStream.of(order).limit(count).toArray()));
    }
}
