package collapselab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import collapselab.catalog.Catalog;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.kernel.data.DigitSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
    @TempDir
    Path folder;

    private static RunSpec<?> spec(String experiment, String file) {
        Experiment<?, ?> found = Catalog.experiments(DigitSource.of(Optional.empty(), Map.of())).stream()
                .filter(e -> e.id().equals(experiment))
                .findFirst()
                .orElseThrow();
        return RunSpec.of(found).with("file", file);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // links need a right there
    void aFileIsTheSameByWhateverName() throws IOException {
        Path data = Files.writeString(folder.resolve("data.csv"), "1\n2\n");
        Files.createSymbolicLink(folder.resolve("soft.csv"), data);
        Files.createLink(folder.resolve("hard.csv"), data);
        Files.createDirectory(folder.resolve("sub"));
        for (String named : List.of("data.csv", "soft.csv", "hard.csv", "sub/../data.csv")) {
            Inputs inputs = Inputs.of(spec("gaussian", folder.resolve(named).toString()), List.of());
            for (String output : List.of("data.csv", "soft.csv", "hard.csv", "./sub/../data.csv")) {
                assertThatThrownBy(() -> inputs.protect(folder.resolve(output)))
                        .isInstanceOf(ExportException.class)
                        .hasMessageContaining("reads its data from");
            }
            assertThatCode(() -> inputs.protect(folder.resolve("other.csv"))).doesNotThrowAnyException();
        }
    }

    @Test
    void textsAndDataSetsAreInputsToo() throws IOException {
        Path text = Files.writeString(folder.resolve("words.txt"), "to be or not to be");
        Path set = Files.writeString(folder.resolve("t10k-labels-idx1-ubyte"), "0");
        Inputs inputs = Inputs.of(spec("vocabulary", text.toString()), List.of(set));
        for (Path output : List.of(text, set)) {
            assertThatThrownBy(() -> inputs.protect(output)).isInstanceOf(ExportException.class);
        }
    }

    @Test
    void oneFileByTwoNamesIsKnownBeforeItIsThere() throws IOException {
        Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        try (OutputFile file = OutputFile.create(folder.resolve("real").resolve("t.csv"))) {
            assertThat(file.is(folder.resolve("link").resolve("t.csv"))).isTrue();
            assertThat(file.is(folder.resolve("real").resolve("u.csv"))).isFalse();
        }
    }
}
