package collapselab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import collapselab.kernel.data.PointTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnDataTest {
    @TempDir
    private Path folder;

    private String file;
    private final OwnData own = new OwnData();

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("points.csv"), "x,y\n1,2\n3,4\n")
                .toString();
    }

    private void assertRefused(String file, String columns, String checksum, String... words) {
        assertThatThrownBy(() -> own.read(file, columns, checksum))
                .isInstanceOf(SpecException.class)
                .hasMessageContainingAll(words)
                .hasMessageEndingWith(".");
    }

    @Test
    void aFileIsReadOnceForAllRuns() {
        assertThat(own.read(file, "x", "")).isSameAs(own.read(file, "x", ""));
        assertThat(own.read(file, "x", "").dimension()).isEqualTo(1);
        assertThat(own.read(file, "", "").dimension()).isEqualTo(2);
    }

    @Test
    void aChecksumMayBeShortenedAndInCapitals() {
        PointTable table = own.read(file, "", "");

        for (int digits : new int[] {12, 16, 64}) {
            String begin = table.checksum().substring(0, digits);
            assertThat(own.read(file, "", begin)).isSameAs(table);
            assertThat(own.read(file, "", begin.toUpperCase(Locale.ROOT))).isSameAs(table);
        }
    }

    @Test
    void aFileThatChangedIsRefused() throws IOException {
        String before = own.read(file, "", "").checksum().substring(0, 16);
        Files.writeString(Path.of(file), "x,y\n1,2\n3,5.5\n");

        assertRefused(file, "", before, file + " has changed since this run was saved", "the run says " + before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "xyzxyzxyzxyz", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0"})
    void whatIsNoChecksumIsRefused(String checksum) {
        assertRefused(file, "", checksum, "checksum=" + checksum + " is no SHA-256");
    }

    @Test
    void aRunKeepsTheColumnsThatWereTakenUnlessItHasSome() {
        assertThat(OwnData.columns("", () -> own.read(file, "", ""))).isEqualTo("x,y");
        assertThat(OwnData.columns("y", () -> own.read(file, "", ""))).isEqualTo("y");
        assertThat(OwnData.columns("", () -> own.read("missing.csv", "", ""))).isEmpty();
        assertThat(own.read(file, "x,y", "")).as("read once").isSameAs(own.read(file, "", ""));
    }

    @Test
    void whatIsWrongWithAFileIsSaid() {
        assertRefused("", "", "", "file=points.csv");
        assertRefused(" ", "", "", "file=points.csv");
        assertRefused("no\0file", "", "", "cannot be the name of a file");
        assertRefused(folder.resolve("missing.csv").toString(), "", "", "There is no file");
        assertRefused(file, "depth", "", "no column \"depth\"", "x, y");
    }

    @Test
    void aTextIsReadOnceAndItsChecksumChecked() {
        assertThat(own.words(file, "")).isSameAs(own.words(file, ""));
        assertThatThrownBy(() -> own.words(file, "0123456789abcdef"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("has changed");
    }

    @Test
    void aRunKeepsTheBeginningOfTheChecksumUnlessItHasOne() {
        String whole = own.read(file, "", "").checksum();

        assertThat(OwnData.settled("", () -> whole)).hasSize(16).isEqualTo(whole.substring(0, 16));
        assertThat(OwnData.settled("abc", () -> whole)).isEqualTo("abc");
        assertThat(OwnData.settled("", () -> own.words("missing.txt", "").checksum()))
                .isEmpty();
    }
}
