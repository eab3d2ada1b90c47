package collapselab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFolderTest {
    @TempDir
    Path folder;

    @Test
    void aFolderThatTakesAndRunsFilesIsLeftAsItWas() {
        Path made = folder.resolve("new").resolve("cache");
        assertThat(new NativeFolder(made).obstacle(3_000_000)).isEmpty();
        assertThat(made).isEmptyDirectory();
    }

    @Test
    void aFileInTheWayIsNamedAsTheReason() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(new NativeFolder(file.resolve("cache")).obstacle(1).orElseThrow())
                .startsWith("it cannot be made or written")
                .doesNotContain("Exception");
    }

    @Test
    void aFullDiskIsSaidToBeFullAndNothingIsLeft() {
        NativeFolder full = new NativeFolder(folder.resolve("cache"));
        assertThat(full.obstacle(70 << 20, (file, bytes) -> {
                    throw new FileSystemException(file.toString(), null, "No space left on device");
                }))
                .contains("it has no room for a file of 70 MB (No space left on device)");
        assertThat(full.obstacle(1 << 20, (file, bytes) -> {
                    throw new IOException();
                }))
                .contains("it has no room for a file of 1 MB");
        assertThat(folder.resolve("cache")).isEmptyDirectory();
    }
}
