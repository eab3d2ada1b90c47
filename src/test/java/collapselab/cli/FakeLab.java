package collapselab.cli;

import collapselab.experiment.Experiment;
import collapselab.kernel.Progress;
import collapselab.kernel.data.DataException;
import collapselab.session.StopSignal;
import collapselab.session.Wander;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A lab of fakes and a terminal that is read afterwards. */
final class FakeLab implements Lab {
    final Wander wander = new Wander("wander", true, 64);
    final List<String> shots = new ArrayList<>();
    final StopSignal signal = new StopSignal();
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final StringWriter err = new StringWriter();

    List<Path> digits = List.of();
    Optional<String> trouble = Optional.empty();
    Optional<Path> outFile = Optional.empty();

    /** Done before experiments are had. */
    Runnable beforeWork = () -> {};

    /** Done before a picture is taken. */
    Runnable beforeShot = () -> {};

    private final Path directory;
    private boolean interactive;

    /** @param directory where commands are called */
    FakeLab(Path directory) {
        this.directory = directory;
    }

    /** Runs a command line. */
    int run(String... arguments) {
        return run(out, arguments);
    }

    /** Runs a command line as a person would, who watches. */
    int watch(String... arguments) {
        interactive = true;
        return run(arguments);
    }

    int run(OutputStream standardOutput, String... arguments) {
        PrintWriter errors = new PrintWriter(err, true);
        Terminal terminal = new Terminal(standardOutput, errors, interactive, Map.of(), directory, outFile);
        return Cli.run(arguments, terminal, this, signal);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString();
    }

    @Override
    public List<Experiment<?, ?>> experiments(Optional<Path> data) {
        beforeWork.run();
        if (data.isPresent() && !Files.isDirectory(data.get())) {
            throw new DataException("There is no data folder " + data.get() + "; correct its name, or name none.");
        }
        return List.of(wander, new Wander("gaussian", true, 64));
    }

    @Override
    public String probeBackend() {
        return "cpu (fake)";
    }

    @Override
    public String digits(Optional<Path> data) {
        experiments(data);
        return "drawn digits, not MNIST";
    }

    @Override
    public Path fetchMnist(Optional<Path> folder, Progress progress) {
        progress.report(1);
        return folder.orElse(cache());
    }

    @Override
    public List<Path> digitFiles(Optional<Path> data) {
        return digits;
    }

    @Override
    public Machine machine() {
        return new Machine() {
            @Override
            public Home home() {
                return new Home(directory, Optional.empty());
            }

            @Override
            public Optional<String> fonts() {
                return Optional.empty();
            }

            @Override
            public Optional<String> toolkit() {
                return trouble;
            }

            @Override
            public void tryDisplay() {
                throw new AssertionError("no display is named");
            }
        };
    }

    @Override
    public Path cache() {
        return directory.resolve("cache");
    }

    @Override
    public Screens screens() {
        return (shot, pictures, film, progress) -> {
            beforeShot.run();
            progress.report(0);
            shots.add(shot.spec().shortText() + " " + shot.width() + "x" + shot.height() + " " + shot.theme() + " "
                    + pictures.keySet());
            pictures.values().forEach(file -> write(file.working(), "picture"));
            film.ifPresent(file -> write(file.working(), "film"));
        };
    }

    static void fail(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    static void sleepForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
