package collapselab.kernel.random;

import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Holds every sampler of this package, and every way of addressing one, against its law; see {@code src/docs/reliability.md}.
 * {@code [DRAWS]} prints the table of all p-values; {@code words WAY} writes 64-bit words without end, for other batteries.
 */
final class Battery {
    private static final long DRAWS = 1_000_000_000;

    private Battery() {}

    static List<Trial> trials() {
        return Stream.concat(ContinuousTrials.all().stream(), DiscreteTrials.all().stream())
                .toList();
    }

    @SuppressWarnings("SystemOut") // a program for the terminal
    public static void main(String... arguments) throws IOException, InterruptedException, ExecutionException {
        if (arguments.length > 0 && arguments[0].equals("words")) {
            write(Addressing.valueOf(arguments[1].toUpperCase(Locale.ROOT)));
        } else {
            report(run(arguments.length > 0 ? Long.parseLong(arguments[0]) : DRAWS), System.out);
        }
    }

    @SuppressWarnings("SystemOut")
    private static List<Trial.Result> run(long draws) throws InterruptedException, ExecutionException {
        List<Trial> trials = trials();
        AtomicInteger done = new AtomicInteger();
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        List<Future<Trial.Result>> results = new ArrayList<>();
        for (Trial trial : trials) {
            results.add(workers.submit(() -> {
                long began = System.nanoTime();
                Trial.Result result = trial.run(draws);
                System.err.printf(
                        Locale.ROOT,
                        "%d of %d: %s, %.0f s%n",
                        done.incrementAndGet(),
                        trials.size(),
                        trial.name(),
                        (System.nanoTime() - began) * 1e-9);
                return result;
            }));
        }
        workers.shutdown();
        List<Trial.Result> finished = new ArrayList<>();
        for (Future<Trial.Result> result : results) {
            finished.add(result.get());
        }
        return finished;
    }

    /** A row for each trial; trials with the same checks are one table. */
    private static void report(List<Trial.Result> results, PrintStream out) {
        List<String> header = List.of();
        for (Trial.Result result : results) {
            List<String> names = result.checks().stream().map(Check::name).toList();
            if (!names.equals(header)) {
                header = names;
                out.println();
                out.println("| | draws | " + String.join(" | ", names) + " |");
                out.println("|---|--:" + "|--:".repeat(names.size()) + "|");
            }
            out.println("| " + result.name() + " | " + String.format(Locale.ROOT, "%.0e", (double) result.draws())
                    + " | "
                    + String.join(
                            " | ", result.checks().stream().map(Check::shortP).toList()) + " |");
        }
        List<Check> all = results.stream().flatMap(r -> r.checks().stream()).toList();
        out.println();
        for (double limit : new double[] {1e-3, 1e-6}) {
            out.printf(
                    Locale.ROOT,
                    "%d of %d p-values are below %.0e, where %.4g are expected.%n",
                    all.stream().filter(c -> c.p() < limit).count(),
                    all.size(),
                    limit,
                    all.size() * limit);
        }
        for (Trial.Result result : results) {
            result.checks().stream()
                    .filter(c -> c.p() < 1e-3)
                    .forEach(c -> out.printf(
                            Locale.ROOT, "%s, %s: %.6g, p = %.2e%n", result.name(), c.name(), c.statistic(), c.p()));
        }
    }

    /** Writes words until nobody reads them. */
    private static void write(Addressing way) throws IOException {
        long[] words = new long[1 << 16];
        ByteBuffer bytes = ByteBuffer.allocate(8 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        try (var out = new DataOutputStream(new FileOutputStream(FileDescriptor.out))) {
            for (long seed = 1; ; seed += words.length) {
                way.words(seed, words);
                bytes.asLongBuffer().put(words);
                out.write(bytes.array());
            }
        }
    }
}
