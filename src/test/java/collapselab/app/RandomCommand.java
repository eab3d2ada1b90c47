package collapselab.app;

import collapselab.cli.Cli;
import collapselab.cli.Home;
import collapselab.cli.Terminal;
import collapselab.session.StopSignal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A command line, and what became of it.
 *
 * @param words the command line
 * @param spec the spec in it; empty if it has none
 */
record RandomCommand(List<String> words, String spec) {
    /** Larger files are those of runs that were stopped, bytes. */
    private static final long MOST_READ = 1L << 24;

    /** What stands for their text. */
    static final String LARGE = "larger than is read";

    /** How long a command may go on before it is stopped, and then until it has ended, seconds. */
    record Patience(double run, double stop) {}

    /**
     * What a command did.
     *
     * @param code its exit code; -1 if it did not end
     * @param seconds how long it went on
     * @param stopped whether it was told to stop
     * @param ending seconds from then to its end
     * @param out its standard output
     * @param err its standard error
     * @param files what it wrote, by name; pictures are empty
     */
    record Outcome(
            int code,
            double seconds,
            boolean stopped,
            double ending,
            String out,
            String err,
            Map<String, String> files) {
        Outcome {
            files = Map.copyOf(files);
        }
    }

    RandomCommand {
        words = List.copyOf(words);
    }

    /** A command at random, on a spec at random. */
    static RandomCommand next(RandomSpecs specs) {
        if (specs.chance(0.005)) {
            return new RandomCommand(
                    specs.pick(List.of(
                            List.of("list"),
                            List.of("list", "--json"),
                            List.of("doctor"),
                            List.of("data"),
                            List.of("--version"),
                            List.of("run"),
                            List.of("run", "--help"),
                            List.of("nothing"))),
                    "");
        }
        String spec = specs.next();
        return specs.chance(0.01) ? screenshot(specs, spec) : run(specs, spec);
    }

    private static RandomCommand run(RandomSpecs specs, String spec) {
        List<String> words = new ArrayList<>(List.of("run", spec));
        option(words, specs.chance(0.1), "--seeds", specs.pick(List.of("1", "2", "3", "0", "-1", "x", "2147483647")));
        option(words, specs.chance(0.2), "--at", specs.pick(List.of("0", "0,1", "1,0,1", "5", "0,99", "", "-1", "x")));
        option(words, specs.chance(0.5), "--csv", specs.pick(List.of("t.csv", "t.csv", "t.csv", "-", "no/t.csv")));
        option(words, specs.chance(0.5), "--json", specs.pick(List.of("t.json", "t.json", "t.json", "-", "t.csv")));
        if (specs.chance(0.5)) {
            words.add("--verdicts");
        }
        return new RandomCommand(words, spec);
    }

    private static RandomCommand screenshot(RandomSpecs specs, String spec) {
        List<String> words = new ArrayList<>(List.of("screenshot", spec, specs.chance(0.1) ? "p.gif" : "p.png"));
        option(words, true, "--size", specs.pick(List.of("640x480", "800x600", "1024x640", "700x900")));
        option(words, specs.chance(0.05), "--size", specs.pick(List.of("9999x1", "0x0", "big", "4000x4000")));
        option(words, specs.chance(0.2), "--generation", specs.pick(List.of("0", "1", "99", "-1", "x")));
        option(
                words,
                specs.chance(0.3),
                "--charts",
                specs.pick(List.of("conserved", "mean", "conserved,mean", "w2", "none", "")));
        return new RandomCommand(words, spec);
    }

    private static void option(List<String> words, boolean given, String name, String value) {
        if (given) {
            words.addAll(List.of(name, value));
        }
    }

    /** Runs it in this process. */
    Outcome here(Path folder, Patience patience) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(out, new PrintWriter(err, true), false, Map.of(), folder);
        int[] code = {-1};
        try (StopSignal signal = new StopSignal()) {
            Thread thread = new Thread(() -> code[0] = Cli.run(
                    words.toArray(new String[0]), terminal, new Wiring(Map.of(), Home.settle(Map.of())), signal));
            thread.setDaemon(true);
            thread.start();
            long start = System.nanoTime();
            boolean stopped = !joined(thread, patience.run());
            long before = System.nanoTime();
            if (stopped) {
                signal.stop();
                joined(thread, 10 * patience.stop());
            }
            return new Outcome(
                    code[0],
                    since(start),
                    stopped,
                    since(before),
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(),
                    files(folder));
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }

    private static boolean joined(Thread thread, double seconds) {
        try {
            thread.join((long) (1000 * seconds));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return !thread.isAlive();
    }

    /** Runs it by the launcher. */
    Outcome by(Path launcher, Path folder, Patience patience) throws IOException, InterruptedException {
        Path out = folder.resolve("out.log");
        Path err = folder.resolve("err.log");
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(words);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        long start = System.nanoTime();
        boolean stopped = !process.waitFor((long) (1000 * patience.run()), TimeUnit.MILLISECONDS);
        long before = System.nanoTime();
        boolean ended = !stopped;
        if (stopped) {
            process.destroy();
            ended = process.waitFor((long) (10_000 * patience.stop()), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
        }
        double seconds = since(start);
        double ending = since(before);
        String said = Files.readString(out);
        String complained = Files.readString(err);
        Files.delete(out);
        Files.delete(err);
        return new Outcome(ended ? process.exitValue() : -1, seconds, stopped, ending, said, complained, files(folder));
    }

    /** Takes what was written out of the folder. */
    private static Map<String, String> files(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (var all = Files.list(folder)) {
            for (Path file : all.filter(f -> f.getFileName().toString().matches("[tp]\\..*"))
                    .toList()) {
                String name = file.getFileName().toString();
                boolean large = Files.size(file) > MOST_READ;
                files.put(name, large ? LARGE : name.startsWith("p.") ? "" : Files.readString(file));
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
