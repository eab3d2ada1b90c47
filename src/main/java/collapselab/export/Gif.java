package collapselab.export;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Animated GIF, frame by frame, with one table of colours for all frames; of each frame only the rectangle that changed is
 * stored. ImageIO's own choice of colours takes most of its time, so it gets indexed pictures.
 */
public final class Gif {
    /** Frames that the colours are chosen from. */
    private static final int LOOKED_AT = 4;

    /**
     * How an animation runs. GIF counts in hundredths of a second; programs show anything under 20 ms slower.
     *
     * @param frameMillis how long a frame stands, at least 20
     * @param lastMillis how long the last frame stands, at least 20
     * @param loop whether it starts again for ever
     */
    public record Timing(int frameMillis, int lastMillis, boolean loop) {
        public Timing {
            if (frameMillis < 20 || lastMillis < 20) {
                throw new IllegalArgumentException("A GIF frame stands for at least 20 ms.");
            }
        }
    }

    private final ColorTable table;
    private final IndexColorModel model;
    private final Timing timing;
    private final ImageWriter writer;

    private Gif(ColorTable table, Timing timing, ImageWriter writer) {
        this.table = table;
        this.timing = timing;
        this.writer = writer;
        model = table.model();
    }

    /**
     * Writes an animation. Frames are asked for one after the other and not kept; some are asked for twice.
     *
     * @param file where to
     * @param frames how many
     * @param frame draws a frame, all of one size; whatever it throws, such as on cancelling, leaves no file
     * @param timing how it runs
     * @param spec what was computed, stored as a comment
     */
    public static void write(Path file, int frames, IntFunction<BufferedImage> frame, Timing timing, String spec)
            throws ExportException {
        AtomicFile.write(file, out -> encode(frames, frame, timing, spec, out));
    }

    /** The same into a file that is committed later. */
    public static void write(
            OutputFile file, int frames, IntFunction<BufferedImage> frame, Timing timing, String spec) {
        file.write(out -> encode(frames, frame, timing, spec, out));
    }

    private static void encode(
            int frames, IntFunction<BufferedImage> frame, Timing timing, String spec, OutputStream out)
            throws IOException {
        if (frames < 1) {
            throw new IllegalArgumentException("An animation needs a frame.");
        }
        List<BufferedImage> samples = new ArrayList<>();
        int looked = Math.min(frames, LOOKED_AT);
        IntStream.range(0, looked)
                .map(i -> looked == 1 ? 0 : i * (frames - 1) / (looked - 1))
                .forEach(i -> samples.add(frame.apply(i)));
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            new Gif(ColorTable.of(samples), timing, writer).sequence(frames, frame, spec);
        } finally {
            writer.dispose();
        }
    }

    private void sequence(int frames, IntFunction<BufferedImage> frame, String spec) throws IOException {
        writer.prepareWriteSequence(null);
        byte[] before = {};
        for (int i = 0; i < frames; i++) {
            BufferedImage image = frame.apply(i);
            byte[] now = table.indices(image);
            Rectangle changed = changed(before, now, image.getWidth(), image.getHeight());
            GifFrame description = new GifFrame(writer, model);
            description.place(changed);
            description.delay(i == frames - 1 ? timing.lastMillis() : timing.frameMillis());
            if (i == 0) {
                description.first(timing.loop() && frames > 1, spec);
            }
            BufferedImage part = part(now, image.getWidth(), changed);
            writer.writeToSequence(new IIOImage(part, null, description.metadata()), null);
            before = now;
        }
        writer.endWriteSequence();
    }

    /** The smallest rectangle with all that is new; a single pixel if nothing is. */
    private static Rectangle changed(byte[] before, byte[] now, int width, int height) {
        if (before.length != now.length) {
            return new Rectangle(0, 0, width, height);
        }
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int p = 0; p < now.length; p++) {
            if (before[p] != now[p]) {
                int column = p % width;
                left = Math.min(left, column);
                right = Math.max(right, column);
                top = Math.min(top, p / width);
                bottom = p / width;
            }
        }
        return bottom < 0 ? new Rectangle(0, 0, 1, 1) : new Rectangle(left, top, right - left + 1, bottom - top + 1);
    }

    private BufferedImage part(byte[] indices, int width, Rectangle part) {
        byte[] pixels = new byte[part.width * part.height];
        for (int row = 0; row < part.height; row++) {
            System.arraycopy(indices, (part.y + row) * width + part.x, pixels, row * part.width, part.width);
        }
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(pixels, pixels.length),
                part.width,
                part.height,
                part.width,
                1,
                new int[] {0},
                new Point());
        return new BufferedImage(model, raster, false, null);
    }
}
