package collapselab.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Our side of {@code src/bench/python/gaussian.py}: reads {@code dimension n generations} a line and answers the nanoseconds
 * that a generation of one chain took.
 */
public final class GaussianWorker {
    private GaussianWorker() {}

    /** Answers until the input ends; the argument is the number of chains. */
    public static void main(String[] arguments) throws IOException {
        int chains = Integer.parseInt(arguments[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("Java " + Runtime.version().feature());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            int generations = Integer.parseInt(words[2]);
            long start = System.nanoTime();
            GaussianSteps.run(Integer.parseInt(words[0]), Integer.parseInt(words[1]), generations, chains);
            out.println((System.nanoTime() - start) / (double) generations / chains);
        }
    }
}
