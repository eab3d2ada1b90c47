package collapselab.view;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.Knob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WindowMemoryTest {
    @TempDir
    Path folder;

    @Test
    void whatIsSavedComesBack() {
        Path file = folder.resolve("new").resolve("window.properties");
        WindowMemory memory = new WindowMemory(
                1300,
                800,
                false,
                Look.Choice.LIGHT,
                130,
                "drift?slope=2",
                Set.of(Arrangement.Part.CHARTS),
                Set.of(Knob.Group.FIT));
        memory.save(file);
        assertThat(WindowMemory.load(file, sentence -> {})).isEqualTo(memory);
    }

    @Test
    void aDamagedFileIsAsNone() throws Exception {
        Path file = folder.resolve("window.properties");
        Files.writeString(file, "width=wide\nlook=PINK");
        assertThat(WindowMemory.load(file, sentence -> {})).isEqualTo(WindowMemory.NONE);
        assertThat(WindowMemory.load(folder.resolve("none"), sentence -> {})).isEqualTo(WindowMemory.NONE);
    }

    @Test
    void itLiesWhereTheSystemKeepsSettings() {
        assertThat(WindowMemory.file(Map.of(), "Linux", "home")).isEqualTo(Path.of("home", ".config"));
        assertThat(WindowMemory.file(Map.of("XDG_CONFIG_HOME", "there"), "Linux", "home"))
                .isEqualTo(Path.of("there"));
        assertThat(WindowMemory.file(Map.of("APPDATA", "roaming"), "Windows 11", "home"))
                .isEqualTo(Path.of("roaming"));
    }
}
