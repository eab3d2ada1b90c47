package collapselab.kernel.random;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;

/** Every sampler of whole numbers. */
final class DiscreteTrials {
    /** These draws take some ten times as long as a normal number. */
    private static final double SHARE = 0.1;

    private static final int CHAINS = 1 << 12;

    private DiscreteTrials() {}

    static List<Trial> all() {
        return Stream.of(binomials(), poissons(), hypergeometrics(), urns(), places())
                .flatMap(List::stream)
                .toList();
    }

    /** Trial by trial, counted up, and by rejection; more successes than failures. */
    private static List<Trial> binomials() {
        return List.of(binomial(20, 0.3), binomial(40_000, 1e-4), binomial(400, 0.03), binomial(3_000, 0.8));
    }

    private static Trial binomial(int n, double p) {
        Addressed source = new Addressed().at(Mix.key(n));
        return numbers(
                "binomial " + n + ", " + p,
                new BinomialDistribution(null, n, p)::probability,
                n,
                () -> Binomial.sample(n, p, source));
    }

    private static List<Trial> poissons() {
        return List.of(poisson(0.3), poisson(7.71), poisson(300));
    }

    private static Trial poisson(double mean) {
        Addressed source = new Addressed().at(Mix.key((long) (100 * mean)));
        return numbers(
                "Poisson " + mean,
                new PoissonDistribution(null, mean, 1e-15, 1_000)::probability,
                (int) (mean + 15 * Math.sqrt(mean) + 30),
                () -> Poisson.sample(mean, source));
    }

    private static List<Trial> hypergeometrics() {
        return List.of(hypergeometric(60, 20, 15), hypergeometric(60, 50, 40), hypergeometric(100_000, 30_000, 1_000));
    }

    private static Trial hypergeometric(int balls, int marked, int taken) {
        Addressed source = new Addressed().at(Mix.key(balls + taken));
        return numbers(
                "hypergeometric " + balls + ", " + marked + ", " + taken,
                new HypergeometricDistribution(null, balls, marked, taken)::probability,
                Math.min(marked, taken),
                () -> Hypergeometric.sample(balls, marked, taken, source));
    }

    private static Trial numbers(String name, IntToDoubleFunction law, int most, LongSupplier next) {
        return new Trial(name, SHARE, draws -> {
            var statistics = new DiscreteStatistics("", law, most);
            for (long i = 0; i < draws; i++) {
                statistics.add((int) next.getAsLong());
            }
            return statistics.checks();
        });
    }

    /**
     * One by one of few balls and of many, trial by trial, by conditional and by Poisson numbers; put back and taken out, less
     * than half of all and more.
     */
    private static List<Trial> urns() {
        return List.of(
                put(20, 3, 5, 12),
                put(20, 2_000, 3_000, 95_000),
                put(30, 3, 5, 12),
                put(600, 20, 300, 680),
                put(600, 20, 300, 680, 50, 4, 200, 900),
                take(5, 3, 5, 22),
                take(20, 3, 5, 22),
                take(300, 20, 300, 680));
    }

    private static Trial put(int n, int... balls) {
        int all = Arrays.stream(balls).sum();
        return urn(
                "urn, " + n + " put back of ",
                balls,
                n,
                (urn, draws, chain) -> urn.draw(draws, chain, 0, n),
                kind -> k -> new BinomialDistribution(null, n, (double) balls[kind] / all).probability(k));
    }

    private static Trial take(int n, int... balls) {
        int all = Arrays.stream(balls).sum();
        return urn(
                "urn, " + n + " taken of ",
                balls,
                n,
                (urn, draws, chain) -> urn.take(draws, chain, n),
                kind -> k -> new HypergeometricDistribution(null, all, balls[kind], n).probability(k));
    }

    /** Counts of all kinds of one chain. */
    private interface Drawing {
        int[] counts(Urn urn, Draws draws, int chain);
    }

    private static Trial urn(String name, int[] balls, int n, Drawing drawing, IntFunction<IntToDoubleFunction> law) {
        int[] kinds = IntStream.range(0, balls.length).toArray();
        return new Trial(name + Arrays.toString(balls), SHARE / 10, draws -> {
            List<DiscreteStatistics> statistics = Arrays.stream(kinds)
                    .mapToObj(kind -> new DiscreteStatistics("kind " + kind + " ", law.apply(kind), n))
                    .toList();
            Urn urn = new Urn();
            urn.fill(kinds, Arrays.stream(balls).asDoubleStream().toArray());
            for (long from = 0; from < draws; from += CHAINS) {
                Draws block = Chains.from(1 + from, CHAINS).draws(2, Purpose.SAMPLE);
                for (int chain = 0; chain < CHAINS; chain++) {
                    int[] counts = drawing.counts(urn, block, chain);
                    for (int kind : kinds) {
                        statistics.get(kind).add(counts[kind]);
                    }
                }
            }
            return statistics.stream().flatMap(s -> s.checks().stream()).toList();
        });
    }

    /** Places of chosen points: which are first and last, and which go together; and of points drawn with replacement. */
    private static List<Trial> places() {
        int batches = 3;
        int size = 13;
        int all = batches * size;
        int stride = Draws.stride(size);
        IntUnaryOperator plain = place -> place / stride * size + place % stride;
        Trial chosen = new Trial("places chosen", SHARE / 10, draws -> {
            var first = new DiscreteStatistics("first ", k -> 1.0 / all, all - 1);
            var last = new DiscreteStatistics("last ", k -> 1.0 / all, all - 1);
            int pairs = all * (all - 1);
            var both = new DiscreteStatistics("first two ", k -> 1.0 / pairs, pairs - 1);
            int[] out = new int[20];
            long[] taken = new long[1];
            for (long from = 0; from < draws; from += CHAINS) {
                Draws block = Chains.from(1 + from, CHAINS).draws(6, Purpose.REGIME);
                for (int chain = 0; chain < CHAINS; chain++) {
                    block.choose(chain, batches, size, taken, out);
                    int a = plain.applyAsInt(out[0]);
                    int b = plain.applyAsInt(out[1]);
                    first.add(a);
                    last.add(plain.applyAsInt(out[out.length - 1]));
                    both.add(a * (all - 1) + (b > a ? b - 1 : b));
                }
            }
            return Stream.of(first, last, both)
                    .flatMap(s -> s.checks().stream())
                    .toList();
        });
        Trial bootstrap = new Trial("bootstrap's places", 1, draws -> {
            var statistics = new DiscreteStatistics("", k -> 1.0 / 91, 90);
            var sampler = new SmoothedBootstrap(7, 13, 1, 0);
            double[] from = IntStream.range(0, 91).asDoubleStream().toArray();
            double[] to = new double[1 << 14];
            for (long done = 0; done < draws; done += to.length) {
                sampler.draw(Chains.from(1 + done, 1).draws(5, Purpose.SAMPLE), 0, from, to);
                for (double place : to) {
                    statistics.add((int) place);
                }
            }
            return statistics.checks();
        });
        return List.of(chosen, bootstrap);
    }
}
