package collapselab.kernel.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCacheTest {
    @TempDir
    private Path folder;

    private Path file;
    private final FileCache<Object> cache = new FileCache<>();

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("a"), "1");
    }

    private Object get(String how) {
        return cache.get(file, how, Object::new);
    }

    @Test
    void aFileThatDidNotChangeIsReadOnce() {
        assertThat(get("x")).isSameAs(get("x"));
        assertThat(get("x")).isNotSameAs(get("y"));
    }

    @Test
    void aFileWithAnotherSizeOrTimeIsReadAgain() throws IOException {
        Object before = get("");
        FileTime time = Files.getLastModifiedTime(file);

        Files.writeString(file, "22");
        Files.setLastModifiedTime(file, time);
        Object longer = get("");
        assertThat(longer).isNotSameAs(before);

        Files.setLastModifiedTime(file, FileTime.fromMillis(time.toMillis() + 1000));
        assertThat(get("")).isNotSameAs(longer);
    }

    @Test
    void onlyTheLastUsedAreKept() {
        Object first = get("0");
        Object second = get("1");
        for (int i = 2; i < 5; i++) {
            get("0");
            get(Integer.toString(i));
        }

        assertThat(get("0")).isSameAs(first);
        assertThat(get("1")).isNotSameAs(second);
    }

    @Test
    void aFileThatIsNotThereIsNotKept() throws IOException {
        Files.delete(file);

        assertThat(get("")).isNotSameAs(get(""));
    }
}
