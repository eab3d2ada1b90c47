package collapselab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    private static String sentence(Path file, AtomicFile.Content content) {
        try {
            AtomicFile.write(file, content);
        } catch (ExportException e) {
            assertThat(e.getMessage()).endsWith(".").doesNotContain("Exception").doesNotContain("java.");
            return e.getMessage();
        }
        return "";
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void writesWhatItIsGivenOverWhatWasThere() throws Exception {
        Path file = folder.resolve("a.txt");
        Files.writeString(file, "old");
        AtomicFile.write(file, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));
        assertThat(file).hasContent("new");
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void aFullDiskLeavesTheOlderFileAndNothingElse() throws Exception {
        Path file = folder.resolve("a.txt");
        Files.writeString(file, "old");
        String sentence = sentence(file, out -> {
            out.write(1);
            throw new IOException("No space left on device");
        });
        assertThat(sentence).contains("disk is full").contains("a.txt");
        assertThat(file).hasContent("old");
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void cancellingLeavesNothing() throws Exception {
        Path file = folder.resolve("a.txt");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(files()).isZero();
    }

    @Test
    void anAbsentFolderIsNamed() {
        Path file = folder.resolve("none").resolve("a.txt");
        assertThat(sentence(file, out -> {})).startsWith("There is no folder " + folder.resolve("none"));
    }

    @Test
    void aFolderIsNoFile() throws Exception {
        assertThat(sentence(folder, out -> {})).contains("is a folder");
        assertThat(files()).isZero();
    }

    @Test
    void aFileIsNoFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThat(sentence(file.resolve("a.txt"), out -> {})).contains("is a file, not a folder");
    }

    @Test
    void aNameLeftBehindByAKilledExportIsNoHindrance() throws Exception {
        Files.writeString(folder.resolve(".a.txt.0.part"), "half");
        AtomicFile.write(folder.resolve("a.txt"), out -> out.write('x'));
        assertThat(folder.resolve("a.txt")).hasContent("x");
    }

    @Test
    void whatTheSystemSaysBecomesASentence() {
        Path file = folder.resolve("a.txt");
        assertThat(ExportException.of(file, new AccessDeniedException(file.toString())))
                .hasMessageContaining("no permission");
        assertThat(ExportException.of(file, new FileSystemException("x", null, "Read-only file system")))
                .hasMessageContaining("read-only");
        assertThat(ExportException.of(file, new FileSystemException("x", null, "File name too long")))
                .hasMessage(file + " could not be written (File name too long); try another name or folder.");
        assertThat(ExportException.of(file, new IOException()))
                .hasMessage(file + " could not be written; try another name or folder.");
    }
}
