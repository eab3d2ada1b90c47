package collapselab.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own: signals, exit codes, what it loads and leaves behind. */
class ProcessTest {
    @TempDir
    Path folder;

    private Process start(List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + File.separator + "bin/java"));
        command.addAll(options);
        command.add("-Dcollapselab.log=" + folder.resolve("log"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "collapselab.app.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeAll(List.of("HOME", "WAYLAND_DISPLAY"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private final Map<String, String> environment = new HashMap<>();

    /** Standard error, without what the machine of Java itself says where its options come from the environment. */
    private static String errors(Process process) throws IOException {
        return text(process.getErrorStream())
                .lines()
                .filter(line -> !line.startsWith("Picked up "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String text(java.io.InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ctrlCLeavesAWholeFile() throws IOException, InterruptedException {
        Process process = start(List.of(), "run", "gaussian?generations=100&seeds=2000000", "--csv", "t.csv");
        waitForRows();
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        String error = errors(process);
        assertThat(error).startsWith("Stopped; ").hasLineCount(1);
        assertThat(text(process.getInputStream())).isEmpty();
        List<String> lines = Files.readAllLines(folder.resolve("t.csv"));
        assertThat(lines.get(lines.size() - 1)).startsWith("# stopped after " + (lines.size() - 6) + " of ");
        int columns = lines.get(4).split(",", -1).length;
        assertThat(lines.subList(5, lines.size() - 1)).allMatch(line -> line.split(",", -1).length == columns);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(f -> f.getFileName().toString())).containsExactly("t.csv");
        }
    }

    /** Until something beyond the head has been written. */
    private void waitForRows() throws IOException, InterruptedException {
        for (int i = 0; i < 400; i++) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.anyMatch(file -> file.toFile().length() > 10_000)) {
                    return;
                }
            }
            Thread.sleep(50);
        }
    }

    @Test
    void simpleCommandsLoadNeitherTheToolkitNorTheNetworks() throws IOException, InterruptedException {
        for (String command : List.of("--version", "list")) {
            Process process = start(List.of("-Xlog:class+load"), command);
            String classes = text(process.getInputStream());
            assertThat(process.waitFor()).isZero();
            assertThat(classes)
                    .contains("collapselab.app.Main")
                    .doesNotContain("javafx.")
                    .doesNotContain("org.nd4j.")
                    .doesNotContain("org.bytedeco.");
        }
    }

    @Test
    void aRunWithoutNetworksNeitherLoadsNorAsksTheirBackend() throws IOException, InterruptedException {
        Process process = start(List.of("-Xlog:class+load"), "run", "gaussian?generations=2", "--csv", "t.csv");
        String classes = text(process.getInputStream());
        assertThat(process.waitFor()).isZero();
        assertThat(classes)
                .contains("collapselab.catalog.gaussian.GaussianLearner")
                .doesNotContain("collapselab.kernel.neural.Backend")
                .doesNotContain("org.nd4j.")
                .doesNotContain("org.bytedeco.");
        assertThat(folder.resolve("t.csv")).content().contains("\n# backend cpu\n");
    }

    @Test
    void lettersThatTheLocaleHasNotAreSaidToBeTheReason() {
        assertThat(Main.unreadable("run", "gaussian", "--csv", "gr\uFFFD\uFFFDe.csv")
                        .orElseThrow())
                .contains("locale", "LC_ALL=C.UTF-8");
        assertThat(Main.unreadable("run", "größe.csv")).isEmpty();
    }

    @Test
    void theListForProgramsIsJson() throws IOException, InterruptedException {
        Process process = start(List.of(), "list", "--json");
        JsonNode list = new ObjectMapper().readTree(text(process.getInputStream()));
        assertThat(process.waitFor()).isZero();
        List<JsonNode> files = list.findParents("name").stream()
                .filter(node -> node.get("name").asText().equals("file"))
                .toList();
        assertThat(files).isNotEmpty().allMatch(node -> node.get("default").isTextual() && !node.has("choices"));
    }

    @Test
    void jsonKeepsStringsWhateverTheyLookLike() throws IOException, InterruptedException {
        for (String name : List.of("007", "2024.01.15", "1e5", "true")) {
            Files.writeString(folder.resolve(name), "x,y\n1,2\n2,1\n3,5\n4,3\n");
            String spec = "gaussian?data=csv&columns=1&generations=2&file=" + name;
            Process process = start(List.of(), "run", spec, "--json", "-");
            JsonNode parameters =
                    new ObjectMapper().readTree(text(process.getInputStream())).get("parameters");
            assertThat(process.waitFor()).isZero();
            assertThat(parameters.get("file").textValue()).isEqualTo(name);
            assertThat(parameters.get("columns").isTextual()).isTrue();
            assertThat(parameters.get("generations").isInt()).isTrue();
        }
    }

    @Test
    void optionsOfJavaInTheEnvironmentAreNoWordsOfTheProgram() throws IOException, InterruptedException {
        environment.put("JAVA_TOOL_OPTIONS", "-Dsome.thing=1");
        failuresKeepTheirStacksInTheLog();
    }

    @Test
    void withoutAHomeNothingIsMadeWhereTheUserStands() throws IOException, InterruptedException {
        Process process = start(List.of("-Duser.home=?", "-Djava.io.tmpdir=" + folder), "data", "fetch", "nothing");
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(folder.resolve("?")).doesNotExist();
        try (Stream<Path> made = Files.list(folder)) {
            assertThat(made.map(file -> file.getFileName().toString()))
                    .hasSize(1)
                    .allMatch(name -> name.startsWith("collapse-lab-"));
        }
    }

    @Test
    void librariesThatCannotBeUnpackedAreNamedWithFolderReasonAndCure() throws IOException, InterruptedException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(home.resolve(".javacpp"), "a file where a folder is to be made");
        Files.writeString(home.resolve(".javacpp-" + System.getProperty("user.name")), "the same");
        Files.writeString(home.resolve(".openjfx"), "the same");
        Process process = start(List.of("-Duser.home=" + home, "-Djava.io.tmpdir=" + home), "doctor");
        assertThat(text(process.getInputStream()))
                .containsPattern("bad +backend +.*-Dorg.bytedeco.javacpp.cachedir=DIR")
                .containsPattern("bad +pictures +.*" + Pattern.quote(home.toString()) + ".*cachedir=DIR")
                .doesNotContain("Something went wrong")
                .doesNotContain("Exception");
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(errors(process)).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDisplayThatDoesNotAnswerIsOneSentence() throws IOException, InterruptedException {
        environment.put("DISPLAY", ":4097");
        Process process = start(List.of());
        assertThat(errors(process)).hasLineCount(1).contains("--off-screen").doesNotContain("Exception");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void failuresKeepTheirStacksInTheLog() throws IOException, InterruptedException {
        Process process = start(List.of(), "run", "gaussian", "--csv", "no/such/folder.csv");
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(errors(process)).hasLineCount(1);
        assertThat(folder.resolve("log")).content().contains("ExportException");
    }
}
