package collapselab.app;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.cli.Cli;
import collapselab.cli.Home;
import collapselab.cli.Lab;
import collapselab.cli.Machine;
import collapselab.cli.Screens;
import collapselab.cli.Terminal;
import collapselab.experiment.Experiment;
import collapselab.kernel.Progress;
import collapselab.session.StopSignal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs every command of the README, so that none of them can become wrong. */
@Tag("slow")
class ReadmeTest {
    private static final Path README = Path.of("README.md");

    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> everyCommandWorks() throws IOException {
        String readme = Files.readString(README);
        List<ReadmeCommand> commands = ReadmeCommand.in(readme);
        long calls = readme.lines()
                .filter(line -> line.matches("\\S*collapse-lab .*"))
                .count();
        assertThat(commands).hasSize((int) calls).hasSizeGreaterThan(10);
        return commands.stream().map(command -> DynamicTest.dynamicTest(command.line(), () -> run(command)));
    }

    private static void run(ReadmeCommand command) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        StringWriter errors = new StringWriter();
        Terminal terminal =
                new Terminal(new ByteArrayOutputStream(), new PrintWriter(errors, true), false, environment, folder);
        try (StopSignal signal = new StopSignal()) {
            int code = Cli.run(
                    command.arguments().toArray(new String[0]),
                    terminal,
                    new Offline(new Wiring(environment, Home.settle(environment))),
                    signal);
            assertThat(code).as(errors.toString()).isZero();
        }
    }

    /** The real lab, but that it downloads nothing, and uses drawn digits whatever folder is named. */
    private record Offline(Lab lab) implements Lab {
        @Override
        public List<Experiment<?, ?>> experiments(Optional<Path> data) {
            return lab.experiments(Optional.empty());
        }

        @Override
        public String probeBackend() {
            return lab.probeBackend();
        }

        @Override
        public String digits(Optional<Path> data) {
            return lab.digits(Optional.empty());
        }

        @Override
        public Path fetchMnist(Optional<Path> target, Progress progress) {
            return target.orElse(lab.cache());
        }

        @Override
        public List<Path> digitFiles(Optional<Path> data) {
            return List.of();
        }

        @Override
        public Machine machine() {
            return lab.machine();
        }

        @Override
        public Path cache() {
            return lab.cache();
        }

        @Override
        public Screens screens() {
            return lab.screens();
        }
    }
}
