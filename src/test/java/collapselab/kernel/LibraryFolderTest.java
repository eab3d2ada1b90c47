package collapselab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryFolderTest {
    @TempDir
    Path folder;

    @Test
    void aFolderThatTakesAndRunsFilesIsLeftAsItWas() {
        Path made = folder.resolve("new").resolve("cache");
        assertThat(new LibraryFolder(made).obstacle(3_000_000)).isEmpty();
        assertThat(made).isEmptyDirectory();
    }

    @Test
    void aFileInTheWayIsNamedAsTheReason() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(new LibraryFolder(file.resolve("cache")).obstacle(1).orElseThrow())
                .startsWith("it cannot be made or written")
                .doesNotContain("Exception");
    }
}
