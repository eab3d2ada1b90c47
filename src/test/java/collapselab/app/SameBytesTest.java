package collapselab.app;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.cli.Cli;
import collapselab.cli.Home;
import collapselab.cli.Terminal;
import collapselab.session.StopSignal;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole files of every experiment, made by processes that see 1, 2 and 8 processors. */
@Tag("slow")
class SameBytesTest {
    /** Chains enough for several blocks, which the number of processors divides differently. */
    private static final List<String> SPECS = List.of(
            "gaussian?dimension=3&samples=7&generations=20&regime=replace,accumulate,subsample&seeds=150",
            "mixture?samples=40&generations=8&start=kmeans&regime=replace,subsample&seeds=70",
            "regression?samples=24&dimension=3&generations=20&regime=replace,accumulate&seeds=150",
            "vocabulary?words=40&samples=30&generations=20&regime=replace,accumulate&seeds=150",
            "kde?samples=12&generations=8&regime=replace,accumulate&seeds=70",
            "digits?samples=150&generations=2&epochs=1&hidden=64&latent=4&batch=64&seeds=2");

    @TempDir
    Path folder;

    /** The process: writes each of the specs that it is given, as CSV and as JSON. */
    public static void main(String[] specs) {
        Path here = Path.of("").toAbsolutePath();
        PrintWriter errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(System.out, errors, false, Map.of(), here);
        int code = 0;
        for (String spec : specs) {
            String name = spec.substring(0, spec.indexOf('?'));
            String[] words = {"run", spec, "--csv", name + ".csv", "--json", name + ".json"};
            try (StopSignal signal = new StopSignal()) {
                code = Math.max(code, Cli.run(words, terminal, new Wiring(Map.of(), Home.settle(Map.of())), signal));
            }
        }
        System.exit(code);
    }

    @Test
    void theNumberOfProcessorsChangesNoByteOfAnyFile() throws IOException, InterruptedException {
        Map<String, String> two = filesWith(2);
        assertThat(two).hasSize(2 * SPECS.size());
        assertThat(filesWith(1)).isEqualTo(two);
        assertThat(filesWith(8)).isEqualTo(two);
        assertThat(two.get("gaussian.csv")).contains("\n# backend cpu\n");
        assertThat(two.get("digits.csv")).containsPattern("\n# backend cpu \\(ND4J [^,]*, 2 shards\\)\n");
    }

    private Map<String, String> filesWith(int processors) throws IOException, InterruptedException {
        Path own = Files.createDirectory(folder.resolve("with-" + processors));
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + File.separator + "bin/java"));
        command.add("-XX:ActiveProcessorCount=" + processors);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SameBytesTest.class.getName()));
        command.addAll(SPECS);
        Process process =
                new ProcessBuilder(command).directory(own.toFile()).inheritIO().start();
        assertThat(process.waitFor()).isZero();
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> made = Files.list(own)) {
            for (Path file : made.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }
}
