package collapselab.experiment;

/**
 * How the loop is run, whatever the experiment.
 *
 * @param samples n, the batch of each generation, at least 2
 * @param generations how many models are fitted, at least 1: generations 0 to generations - 1
 * @param real the part of each later batch that is real data, 0 to 1
 * @param realSource where that part comes from
 * @param seed the first chain's seed
 * @param seeds how many chains: seeds seed, seed + 1, ...
 * @param growth how the batch grows from generation to generation
 */
public record Protocol(
        @Knob(
                group = Knob.Group.ESSENTIAL,
                label = "Sample size n",
                help = "how many samples each generation is trained on",
                min = 10,
                max = 10_000,
                scale = Knob.Scale.LOG)
        int samples,

        @Knob(
                group = Knob.Group.ESSENTIAL,
                label = "Generations",
                help = "how many models are fitted in turn, the first on real data only",
                min = 10,
                max = 2_000,
                scale = Knob.Scale.LOG)
        int generations,

        @Knob(
                group = Knob.Group.ESSENTIAL,
                label = "Real-data fraction",
                help = "the part of each later batch that is real data",
                min = 0,
                max = 1,
                unit = "%")
        double real,

        @Knob(
                group = Knob.Group.REAL,
                label = "Source of the real data",
                help = "where the real part of a batch comes from",
                when = "real!=0")
        RealSource realSource,

        @Knob(
                group = Knob.Group.ESSENTIAL,
                label = "Seed",
                help = "number that all randomness of the first chain follows from",
                min = 0,
                max = 9_999)
        long seed,

        @Knob(
                group = Knob.Group.CHAINS,
                label = "Chains",
                help = "how many seeds are run: seed, seed + 1, ...",
                min = 1,
                max = 1_000,
                scale = Knob.Scale.LOG)
        int seeds,

        @Knob(
                group = Knob.Group.DATA,
                label = "Growth of n",
                help = "how the sample size grows from generation to generation")
        Growth growth) {
    public Protocol {
        if (samples < 2) {
            throw new SpecException("samples=" + samples + " is too small: a spread needs at least 2 samples.");
        }
        if (generations < 1) {
            throw new SpecException("generations=" + generations + " is too small: use 1 or more.");
        }
        if (!(real >= 0 && real <= 1)) {
            throw new SpecException("real=" + real + " is not a fraction: use a number from 0 to 1.");
        }
        if (seeds < 1) {
            throw new SpecException("seeds=" + seeds + " is too small: use 1 or more.");
        }
        if (seed > Long.MAX_VALUE - (seeds - 1)) {
            throw new SpecException("seed=" + seed + " and seeds=" + seeds
                    + " lead beyond the last seed, 9223372036854775807: use a smaller seed, or fewer seeds.");
        }
        if (growth.of(samples, generations - 1) > Integer.MAX_VALUE) {
            throw tooMany(samples, generations);
        }
    }

    /** What is said where a model would be trained on more samples than can be counted. */
    static SpecException tooMany(int samples, int generations) {
        return new SpecException("samples=" + samples + " and generations=" + generations
                + " lead to more than 2,147,483,647 samples: use fewer of either, or let them grow more slowly.");
    }

    /** A protocol whose batches do not grow. */
    public Protocol(int samples, int generations, double real, RealSource realSource, long seed, int seeds) {
        this(samples, generations, real, realSource, seed, seeds, Growth.CONSTANT);
    }

    /** n_t: how many samples a generation adds. */
    public int samples(int generation) {
        return (int) growth.of(samples, generation);
    }

    /**
     * How many samples the generations from 0 to this one add together; where that is more than 2,147,483,647, which no pool
     * holds, any such number.
     */
    public long total(int generation) {
        if (growth == Growth.CONSTANT) {
            return (generation + 1L) * samples;
        }
        long total = 0;
        for (int g = 0; g <= generation && total <= Integer.MAX_VALUE; g++) {
            total += samples(g);
        }
        return total;
    }

    /** How many samples of a later batch of n are real: round(real x n). */
    public int realSamples() {
        return realSamples(samples);
    }

    /** How many samples of a later batch of some size are real. */
    public int realSamples(int batch) {
        return (int) Math.round(real * batch);
    }
}
