package collapselab.bench;

import collapselab.kernel.Progress;
import collapselab.kernel.mixture.ExpectationMaximization;
import collapselab.kernel.mixture.ExpectationMaximization.Fit;
import collapselab.kernel.mixture.ExpectationMaximization.Rules;
import collapselab.kernel.mixture.Mixture;
import collapselab.kernel.mixture.MixtureSampler;
import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Our side of {@code src/bench/python/mixture.py}: reads {@code n generations tolerance seed} a line, and answers the
 * microseconds that a generation (draw n points, fit from the last model) took and the steps of its fit.
 */
public final class MixtureWorker {
    private static final Mixture START = Mixture.of(0.5, -1, 0, 1, 0.3, 1, 0.5, 3, 1, 0.6, -0.2, 0.8);

    private MixtureWorker() {}

    /** Answers until the input ends. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("Java " + Runtime.version().feature());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        ExpectationMaximization em = new ExpectationMaximization();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            int n = Integer.parseInt(words[0]);
            int generations = Integer.parseInt(words[1]);
            Rules rules = new Rules(1e-6, Double.parseDouble(words[2]), 100);
            Randomness randomness = new Randomness(Long.parseLong(words[3]));
            Mixture mixture = START;
            long steps = 0;
            long start = System.nanoTime();
            for (int g = 0; g < generations; g++) {
                var points = MixtureSampler.draw(mixture, n, randomness.stream(g, Purpose.SAMPLE));
                Fit fit = em.fit(points, mixture, rules, Progress.NONE);
                mixture = fit.mixture();
                steps += fit.iterations();
            }
            double micros = (System.nanoTime() - start) / 1e3;
            out.println(micros / generations + " " + (double) steps / generations);
        }
    }
}
