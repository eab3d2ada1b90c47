package collapselab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import collapselab.kernel.data.PointTable;
import collapselab.plot.Doubles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawnPointsTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 1, 2, 3, 4, 5);

    @TempDir
    private Path folder;

    @Test
    void pointsAreReadAgainToTheLastBit() {
        Doubles x = Doubles.of(0.1, -2.0 / 3, 1e-9);
        Doubles y = Doubles.of(-1e8, Math.PI, 0);

        PointTable table =
                PointTable.read(DrawnPoints.write(folder.resolve("new").resolve("er"), NOW, x, y), "");

        assertThat(table.names()).containsExactly("x", "y");
        assertThat(table.axis(0)).isEqualTo(x.toArray());
        assertThat(table.axis(1)).isEqualTo(y.toArray());
    }

    @Test
    void filesAreNamedByTheTimeAndNeverWrittenAgain() throws IOException {
        Path first = DrawnPoints.write(folder, NOW, Doubles.of(1), Doubles.of(2));
        Path second = DrawnPoints.write(folder, NOW, Doubles.of(3), Doubles.of(4));

        assertThat(first).hasFileName("drawn-2026-01-02-030405.csv").hasContent("x,y\n1,2\n");
        assertThat(second).hasFileName("drawn-2026-01-02-030405-2.csv").hasContent("x,y\n3,4\n");
        try (var files = Files.list(folder)) {
            assertThat(files).as("nothing is left over").hasSize(2);
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DrawnPoints.write(file.resolve("inner"), NOW, Doubles.of(1), Doubles.of(2)))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining(file.toString())
                .hasMessageEndingWith(".");
    }
}
