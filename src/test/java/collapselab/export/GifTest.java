package collapselab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class GifTest {
    private static final Gif.Timing TIMING = new Gif.Timing(50, 1500, true);

    @TempDir
    Path folder;

    private static BufferedImage frame(int index) {
        BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(0x141c24));
        g.fillRect(0, 0, 60, 40);
        g.setColor(new Color(0xd55e00));
        g.fillRect(5 * index, 10, 5, 5);
        g.dispose();
        return image;
    }

    private record Shown(int left, int width, int delay) {}

    private static List<Shown> shown(File file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        List<Shown> frames = new ArrayList<>();
        try (ImageInputStream in = ImageIO.createImageInputStream(file)) {
            reader.setInput(in);
            for (int i = 0; i < reader.getNumImages(true); i++) {
                Element tree = (Element) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                frames.add(new Shown(
                        number(tree, "ImageDescriptor", "imageLeftPosition"),
                        number(tree, "ImageDescriptor", "imageWidth"),
                        number(tree, "GraphicControlExtension", "delayTime")));
            }
        } finally {
            reader.dispose();
        }
        return frames;
    }

    private static int number(Element tree, String element, String attribute) {
        return Integer.parseInt(((Element) tree.getElementsByTagName(element).item(0)).getAttribute(attribute));
    }

    @Test
    void framesStandAsLongAsAskedAndHoldOnlyWhatChanged() throws Exception {
        Path file = folder.resolve("run.gif");
        Gif.write(file, 4, GifTest::frame, TIMING, "spec");
        assertThat(shown(file.toFile()))
                .containsExactly(new Shown(0, 60, 5), new Shown(0, 10, 5), new Shown(5, 10, 5), new Shown(10, 10, 150));
    }

    @Test
    void anAnimationLoopsAndCarriesItsSpec() throws Exception {
        Path file = folder.resolve("run.gif");
        Gif.write(file, 2, GifTest::frame, TIMING, "gaussian seed=7");
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("NETSCAPE2.0\3\1\0\0").contains("gaussian seed=7");
    }

    @Test
    void fewColoursStayExact() throws Exception {
        Path file = folder.resolve("run.gif");
        Gif.write(file, 2, GifTest::frame, TIMING, "");
        BufferedImage first = ImageIO.read(file.toFile());
        assertThat(first.getRGB(30, 30)).isEqualTo(0xff141c24);
        assertThat(first.getRGB(2, 12)).isEqualTo(0xffd55e00);
    }

    @Test
    void manyColoursStayClose() {
        BufferedImage image = new BufferedImage(256, 64, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setPaint(new GradientPaint(0, 0, Color.ORANGE, 256, 64, Color.BLUE));
        g.fillRect(0, 0, 256, 64);
        g.dispose();
        ColorTable table = ColorTable.of(List.of(image));
        byte[] indices = table.indices(image);
        for (int p = 0; p < indices.length; p++) {
            Color was = new Color(image.getRGB(p % 256, p / 256));
            Color is = new Color(table.model().getRGB(indices[p] & 0xff));
            assertThat(Math.abs(was.getRed() - is.getRed())).isLessThan(12);
            assertThat(Math.abs(was.getBlue() - is.getBlue())).isLessThan(12);
        }
    }

    @Test
    void theSameFramesGiveTheSameFile() throws Exception {
        Path first = folder.resolve("first.gif");
        Path second = folder.resolve("second.gif");
        Gif.write(first, 3, GifTest::frame, TIMING, "spec");
        Gif.write(second, 3, GifTest::frame, TIMING, "spec");
        assertThat(first).hasSameBinaryContentAs(second);
    }

    @Test
    void aCancelledAnimationLeavesNoFile() {
        Path file = folder.resolve("run.gif");
        assertThatThrownBy(() -> Gif.write(file, 3, GifTest::cancelled, TIMING, ""))
                .isInstanceOf(CancellationException.class);
        assertThat(folder).isEmptyDirectory();
    }

    private static BufferedImage cancelled(int index) {
        throw new CancellationException("frame " + index);
    }
}
