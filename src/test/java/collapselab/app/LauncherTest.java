package collapselab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with a script in place of Java that says how it was called. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {
    @TempDir
    Path folder;

    private Path install(String name) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.createDirectory(home.resolve("bin"));
        Files.createDirectory(home.resolve("lib"));
        Files.createFile(home.resolve("lib").resolve("a.jar"));
        return Files.copy(
                Path.of("packaging/bin/collapse-lab"), home.resolve("bin").resolve("collapse-lab"));
    }

    /** What the stand-in for Java says: its arguments, the locale, and what lies in the folder of the class path. */
    private List<String> call(Path launcher, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return call(0, launcher, environment, arguments);
    }

    private List<String> call(int code, Path launcher, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                for word; do
                  echo "$word"
                  case $word in */lib/[*] | /proc/*) ls "${word%?}" ;; esac
                done
                echo "LC_ALL=${LC_ALL:-}"
                """);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        List<String> command = new java.util.ArrayList<>(List.of("sh", launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isEqualTo(code);
        return text.lines().toList();
    }

    @Test
    void theProgramMayLieInAnyFolder() throws IOException, InterruptedException {
        for (String name :
                List.of("plain", "a b", "a:b", "a!b", "c%20d", "it's", "x$y", "[z]", "q?", "-dash", "umlaut-ü")) {
            List<String> said = call(install(name), Map.of("CDPATH", folder.toString()), "run", "a b", "*");
            int path = said.indexOf("-cp") + 1;
            assertThat(said.get(path)).as(name).doesNotContain(":").endsWith("/*");
            assertThat(said.get(path + 1)).as(name).isEqualTo("a.jar");
            assertThat(said.subList(path + 2, path + 6)).containsExactly("collapselab.app.Main", "run", "a b", "*");
        }
    }

    @Test
    void aFolderThatJavaCannotTakeIsRefusedInOneSentence() throws IOException, InterruptedException {
        assertThat(call(1, install("wow!"), Map.of()))
                .hasSize(1)
                .first()
                .asString()
                .contains("move it to a folder");
    }

    @Test
    void aLinkToItWorks() throws IOException, InterruptedException {
        install("real");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real/bin/collapse-lab"));
        assertThat(call(link, Map.of())).contains(folder.resolve("real") + "/lib/*", "a.jar");
    }

    @Test
    void localesWithoutLettersBeyondAsciiAreReplaced() throws IOException, InterruptedException {
        Path launcher = install("lab");
        for (String plain : List.of("C", "POSIX", "xx_XX.not-installed")) {
            assertThat(call(launcher, Map.of("LC_ALL", plain)).stream()
                            .filter(line -> line.startsWith("LC_ALL="))
                            .findFirst()
                            .orElseThrow())
                    .matches("(?i).*utf-?8");
        }
        assertThat(call(launcher, Map.of("LC_ALL", "C.UTF-8"))).contains("LC_ALL=C.UTF-8");
    }
}
