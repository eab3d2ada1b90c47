package collapselab.bench;

import collapselab.catalog.kde.KdeExperiment;
import collapselab.catalog.kde.KdeParameters;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Learner;
import collapselab.experiment.OwnData;
import collapselab.experiment.RecursiveTraining;
import collapselab.experiment.RecursiveTraining.Wanted;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Sample;
import collapselab.experiment.Setting;
import collapselab.kernel.Progress;
import collapselab.kernel.data.Shape;
import collapselab.kernel.random.Chains;
import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import collapselab.kernel.stats.KernelDensity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Our side of {@code src/bench/python/kde.py}: reads {@code draw n generations} or {@code score n times} a line and answers the
 * nanoseconds that a generation of one chain, or a likelihood of 500 points, took.
 */
public final class KdeWorker {
    private static final int PLACES = 500;

    private KdeWorker() {}

    /** Answers until the input ends; the argument is the number of chains. */
    public static void main(String[] arguments) throws IOException {
        int chains = Integer.parseInt(arguments[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("Java " + Runtime.version().feature());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            int n = Integer.parseInt(words[1]);
            int times = Integer.parseInt(words[2]);
            out.println(words[0].equals("draw") ? draw(n, times, chains) : score(n, times));
        }
    }

    /** Generations under replace in 1-D through the program's own loop, with nothing measured. */
    private static double draw(int samples, int generations, int chains) {
        RunSpec<KdeParameters> spec = RunSpec.of(new KdeExperiment(new OwnData()))
                .with("data", "normal")
                .with("samples", Integer.toString(samples))
                .with("generations", Integer.toString(generations))
                .with("seeds", Integer.toString(chains));
        Setting<KdeParameters> setting = spec.setting(DataRegime.REPLACE);
        int block = spec.experiment().chainsAtOnce(setting);
        double time = 0;
        for (int from = 0; from < chains; from += block) {
            int count = Math.min(block, chains - from);
            time += draw(spec.experiment().open(setting, Progress.NONE), setting, Chains.from(from, count));
        }
        return time / (generations - 1) / chains;
    }

    private static <S extends Sample<S>, M, V> double draw(
            Learner<S, M, V> learner, Setting<?> setting, Chains chains) {
        try (var training = new RecursiveTraining<>(learner, setting.protocol(), setting.regime(), chains)) {
            // Generation 0 also measures itself, once a run.
            training.next(Wanted.NOTHING, Progress.NONE);
            long start = System.nanoTime();
            for (int g = 1; g < setting.protocol().generations(); g++) {
                training.next(Wanted.NOTHING, Progress.NONE);
            }
            return System.nanoTime() - start;
        }
    }

    /** Mean log-likelihoods of held-out moons. */
    private static double score(int points, int times) {
        double[] training = new double[2 * points];
        Shape.MOONS.draw(new Randomness(1).stream(0, Purpose.REAL_DATA), training);
        double[] held = new double[2 * PLACES];
        Shape.MOONS.draw(new Randomness(1).stream(0, Purpose.MEASURE), held);
        double[][] places = new double[2][PLACES];
        for (int i = 0; i < held.length; i++) {
            places[i % 2][i / 2] = held[i];
        }
        double sum = 0;
        long start = System.nanoTime();
        for (int k = 0; k < times; k++) {
            KernelDensity density = new KernelDensity(places, 0.5);
            density.add(training, 0, points);
            sum += density.meanLogDensity();
        }
        double time = (System.nanoTime() - start) / (double) times;
        return Double.isNaN(sum) ? sum : time;
    }
}
