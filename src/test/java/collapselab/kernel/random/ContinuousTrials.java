package collapselab.kernel.random;

import java.util.ArrayList;
import java.util.List;

/** Every sampler of numbers, and every way of addressing one. */
final class ContinuousTrials {
    /** First seeds, so far apart that no two trials share a chain. */
    private static final long SPACING = 1L << 40;

    /** One proposal of 37 is rejected. */
    private static final double REJECTED = 0.03;

    private static final int WORDS = 1 << 10;

    private ContinuousTrials() {}

    static List<Trial> all() {
        List<Trial> trials = new ArrayList<>();
        for (Addressing way : Addressing.values()) {
            boolean streams = way == Addressing.STREAMS;
            if (!streams) {
                trials.add(Trial.of("normals, " + way, ContinuousLaw.normal(), way.walk(seed(trials), Draws::normals)));
            }
            Addressing.Numbers units = streams ? ContinuousTrials::streams : ContinuousTrials::words;
            trials.add(Trial.of("words, " + way, ContinuousLaw.uniform(), way.walk(seed(trials), units)));
        }
        trials.add(Trial.of("normals, generator", ContinuousLaw.normal(), generator(seed(trials))));
        trials.add(Trial.of("normals, given bits", ContinuousLaw.normal(), bits(seed(trials))));
        trials.add(Trial.of("bootstrap's noise", ContinuousLaw.normal(), bootstrap(seed(trials))));
        for (int degrees : new int[] {1, 2, 3, 4, 9, 99}) {
            trials.add(Trial.of(
                    "chi, " + degrees,
                    ContinuousLaw.chi(degrees),
                    Addressing.CHAINS.walk(seed(trials), (draws, index, out) -> draws.chis(index, degrees, out))));
        }
        trials.add(Trial.of("chi, 3, redrawn", REJECTED, ContinuousLaw.chi(3), rejected(seed(trials))));
        trials.add(Trial.of(
                "uniforms of chis",
                ContinuousLaw.uniform(),
                Addressing.CHAINS.walk(seed(trials), ContinuousTrials::uniforms)));
        trials.addAll(pairs());
        return trials;
    }

    private static long seed(List<Trial> trials) {
        return 1 + SPACING * trials.size();
    }

    /** What lies beside a normal at one address, and at the neighbouring ones. */
    private static List<Trial> pairs() {
        ContinuousLaw normal = ContinuousLaw.normal();
        ContinuousLaw uniform = ContinuousLaw.uniform();
        return List.of(
                Trial.of("normal, its chi's uniform", normal, normals(), uniform, beside(ContinuousTrials::uniforms)),
                Trial.of("normal, stream's first", normal, normals(), uniform, beside(ContinuousTrials::streams)),
                Trial.of(
                        "normal, next index",
                        normal,
                        normals(),
                        normal,
                        beside((draws, index, out) -> draws.normals(index + 1, out))),
                Trial.of(
                        "normal, next purpose",
                        normal,
                        normals(),
                        normal,
                        beside((draws, index, out) -> other(draws, draws.generation(), Purpose.REGIME, out))),
                Trial.of(
                        "normal, next generation",
                        normal,
                        normals(),
                        normal,
                        beside((draws, index, out) -> other(draws, draws.generation() + 1, Purpose.SAMPLE, out))));
    }

    private static Addressing.Source normals() {
        return beside(Draws::normals);
    }

    private static Addressing.Source beside(Addressing.Numbers numbers) {
        return Addressing.CHAINS.walk(-SPACING, numbers);
    }

    private static void other(Draws draws, int generation, Purpose purpose, double[] out) {
        Chains.from(draws.seed(0), draws.chains()).draws(generation, purpose).normals(0, out);
    }

    private static void words(Draws draws, int index, double[] out) {
        for (int c = 0; c < out.length; c++) {
            out[c] = Addressing.unit(Mix.mix(draws.base(c, index) + Mix.GOLDEN));
        }
    }

    private static void uniforms(Draws draws, int index, double[] out) {
        for (int c = 0; c < out.length; c++) {
            out[c] = Addressing.unit(Mix.mix(draws.base(c, index) + Draws.UNIFORM + Mix.GOLDEN));
        }
    }

    private static void streams(Draws draws, int index, double[] out) {
        for (int c = 0; c < out.length; c++) {
            out[c] = draws.stream(c).nextDouble();
        }
    }

    /** Only those chis of three degrees whose first proposal was rejected: they have the law of all. */
    private static Addressing.Source rejected(long seed) {
        double d = 1.5 - 1.0 / 3;
        double[] chis = new double[Addressing.Source.BLOCK];
        double[] normals = new double[Addressing.Source.BLOCK];
        long[] next = {seed};
        return out -> {
            for (int at = 0; at < out.length; ) {
                Draws draws = Chains.from(next[0], chis.length).draws(0, Purpose.SAMPLE);
                next[0] += chis.length;
                draws.normals(0, normals);
                draws.chis(0, 3, chis);
                for (int k = 0; k < chis.length && at < out.length; k++) {
                    double proposed = Math.sqrt(2 * d * Math.pow(1 + normals[k] / Math.sqrt(9 * d), 3));
                    if (!(Math.abs(proposed - chis[k]) < 1e-9)) {
                        out[at++] = chis[k];
                    }
                }
            }
        };
    }

    private static Addressing.Source generator(long seed) {
        Addressed source = new Addressed().at(Mix.key(seed));
        return out -> {
            for (int i = 0; i < out.length; i++) {
                out[i] = Ziggurat.normal(source);
            }
        };
    }

    private static Addressing.Source bits(long seed) {
        long[] address = {Mix.key(seed)};
        long[] words = new long[WORDS];
        Addressed more = new Addressed();
        return out -> {
            for (int i = 0; i < out.length; i++) {
                if (i % WORDS == 0) {
                    Mix.sequence(address[0], words, WORDS);
                    address[0] += words.length * Mix.GOLDEN;
                }
                out[i] = Ziggurat.normal(words[i % WORDS], more);
            }
        };
    }

    /** Noise in the plane about a single place that is stored six times, in three batches of two. */
    private static Addressing.Source bootstrap(long seed) {
        var bootstrap = new SmoothedBootstrap(3, 2, 2, 1);
        double[] from = new double[12];
        long[] next = {seed};
        return out -> bootstrap.draw(Chains.from(next[0]++, 1).draws(5, Purpose.SAMPLE), 0, from, out);
    }
}
