package collapselab.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryKeeperTest {
    @TempDir
    Path folder;

    private static WindowMemory memory(double width) {
        return new WindowMemory(width, 700, false, Look.Choice.DARK, 100, "drift?größe=1", Set.of(), Set.of());
    }

    @Test
    void aChangeIsKeptWithoutClosingAndNothingIsWrittenWithoutOne() throws Exception {
        Path file = folder.resolve("window.properties");
        AtomicReference<WindowMemory> window = new AtomicReference<>(memory(1000));
        MemoryKeeper keeper = new MemoryKeeper(window::get, Runnable::run, file, memory(1000));
        keeper.look();
        keeper.keep();
        assertThat(file).doesNotExist();
        window.set(memory(1100));
        keeper.look();
        keeper.keep();
        assertThat(WindowMemory.load(file, sentence -> {})).isEqualTo(memory(1100));
        window.set(memory(1200));
        keeper.close();
        window.set(memory(0)); // a window that is closed has no size
        keeper.keep(); // as the program ends
        assertThat(WindowMemory.load(file, sentence -> {})).isEqualTo(memory(1200));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
