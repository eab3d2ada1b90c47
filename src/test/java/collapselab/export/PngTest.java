package collapselab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngTest {
    @TempDir
    Path folder;

    @Test
    void pixelsComeBackAsTheyWere() throws Exception {
        int[] argb = {0xff0f1419, 0xff56b4e9, 0xffd55e00, 0xffffffff, 0xff000000, 0xff009e73};
        Path file = folder.resolve("figure.png");
        Png.write(file, argb, 3, 2, "gaussian n=100", "0.1.0");
        BufferedImage read = ImageIO.read(file.toFile());
        assertThat(read.getRGB(0, 0, 3, 2, null, 0, 3)).isEqualTo(argb);
    }

    @Test
    void theFileCarriesSpecAndVersion() throws Exception {
        Path file = folder.resolve("figure.png");
        Png.write(file, new int[4], 2, 2, "gaussian n=100 seed=7", "0.1.0");
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("tEXtSpec\0gaussian n=100 seed=7").contains("tEXtSoftware\0Collapse Lab 0.1.0");
    }

    @Test
    void aSpecBeyondLatin1IsKeptInUtf8() throws Exception {
        Path file = folder.resolve("figure.png");
        Png.write(file, new int[4], 2, 2, "title=σ² → 0", "0.1.0");
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("iTXtSpec");
        assertThat(indexOf(Files.readAllBytes(file), "title=σ² → 0".getBytes(StandardCharsets.UTF_8)))
                .isPositive();
    }

    /** ImageIO puts an exception of its own around what the system says. */
    @Test
    void aFullDiskIsSaidOfTheFileThatWasAskedFor() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        try (OutputFile file = OutputFile.create(full)) {
            BufferedImage image = new BufferedImage(900, 900, BufferedImage.TYPE_INT_RGB);
            assertThatThrownBy(() -> Png.write(file, image, "gaussian", "0.1.0"))
                    .isInstanceOf(ExportException.class)
                    .hasMessageContaining("The disk is full, so " + full + " was not written");
        }
        ExportException wrapped = ExportException.of(
                folder.resolve("r.png"), new IOException("I/O error", new IOException("No space left on device")));
        assertThat(wrapped).hasMessageStartingWith("The disk is full").hasMessageContaining("r.png");
    }

    @Test
    void whatIsLetGoIsNotMadeAgain() {
        OutputFile file = OutputFile.create(folder.resolve("r.png"));
        file.close();
        BufferedImage image = new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB);
        assertThatThrownBy(() -> Png.write(file, image, "gaussian", "0.1.0")).isInstanceOf(ExportException.class);
        assertThat(folder).isEmptyDirectory();
    }

    private static int indexOf(byte[] bytes, byte[] part) throws IOException {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        return all.indexOf(new String(part, StandardCharsets.ISO_8859_1));
    }
}
