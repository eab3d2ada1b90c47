package collapselab.kernel.random;

import java.util.List;
import java.util.function.LongFunction;

/**
 * A sampler, or a way of addressing one, that is held against its law.
 *
 * @param name of it
 * @param share how many draws it makes in proportion: below 1 where one takes long
 * @param run makes so many draws and checks them
 */
record Trial(String name, double share, LongFunction<List<Check>> run) {
    /** The checks of a trial. */
    record Result(String name, long draws, List<Check> checks) {}

    Result run(long draws) {
        long own = Math.max(1, (long) (draws * share));
        return new Result(name, own, run.apply(own));
    }

    /** A trial of continuous draws that take no time to speak of. */
    static Trial of(String name, ContinuousLaw law, Addressing.Source source) {
        return of(name, 1, law, source);
    }

    /** A trial of continuous draws. */
    static Trial of(String name, double share, ContinuousLaw law, Addressing.Source source) {
        return new Trial(name, share, draws -> {
            var statistics = new ContinuousStatistics(law);
            double[] block = new double[Addressing.Source.BLOCK];
            for (long done = 0; done < draws; done += block.length) {
                source.fill(block);
                statistics.add(block);
            }
            return statistics.checks();
        });
    }

    /** A trial of pairs that must be independent. */
    static Trial of(String name, ContinuousLaw first, Addressing.Source x, ContinuousLaw second, Addressing.Source y) {
        return new Trial(name, 1, draws -> {
            var statistics = new PairStatistics(first, second);
            double[] a = new double[Addressing.Source.BLOCK];
            double[] b = new double[Addressing.Source.BLOCK];
            for (long done = 0; done < draws; done += a.length) {
                x.fill(a);
                y.fill(b);
                statistics.add(a, b);
            }
            return statistics.checks();
        });
    }
}
