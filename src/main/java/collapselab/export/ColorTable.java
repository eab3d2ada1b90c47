package collapselab.export;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * At most 256 colours for some pictures: their most frequent ones as they are, so that grounds and lines keep their colour, the
 * others by median cut (Heckbert, "Color image quantization for frame buffer display", 1982, doi:10.1145/965145.801294).
 */
final class ColorTable {
    private static final int SIZE = 256;
    private static final int KEPT = 96;
    /** Pixels are looked up by the upper six bits of each channel. */
    private static final int BITS = 6;

    private static final int DROPPED = 8 - BITS;

    private final int[] colors;
    private final short[] nearest = new short[1 << (3 * BITS)];

    private record Shade(int rgb, int count) {
        int channel(int shift) {
            return rgb >> shift & 0xff;
        }
    }

    private ColorTable(int[] colors) {
        this.colors = colors;
        Arrays.fill(nearest, (short) -1);
        // From the least to the most frequent, so that the most frequent is found by its own colour.
        for (int i = Math.min(KEPT, colors.length) - 1; i >= 0; i--) {
            nearest[cell(colors[i])] = (short) i;
        }
    }

    /** The table for pictures like these. */
    static ColorTable of(List<BufferedImage> images) {
        Map<Integer, int[]> counts = new HashMap<>();
        for (BufferedImage image : images) {
            count(pixels(image), counts);
        }
        List<Shade> shades = new ArrayList<>();
        counts.forEach((rgb, count) -> shades.add(new Shade(rgb, count[0])));
        shades.sort(Comparator.comparingInt((Shade s) -> -s.count()).thenComparingInt(Shade::rgb));
        int kept = shades.size() <= SIZE ? shades.size() : KEPT;
        List<Integer> colors = new ArrayList<>();
        shades.subList(0, kept).forEach(s -> colors.add(s.rgb()));
        if (kept < shades.size()) {
            cut(shades.subList(kept, shades.size())).forEach(box -> colors.add(mean(box)));
        }
        return new ColorTable(colors.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Counts colours, run by run, as figures consist of runs. */
    private static void count(int[] pixels, Map<Integer, int[]> counts) {
        for (int start = 0, p = 1; p <= pixels.length; p++) {
            if (p == pixels.length || pixels[p] != pixels[start]) {
                counts.computeIfAbsent(pixels[start] & 0xffffff, key -> new int[1])[0] += p - start;
                start = p;
            }
        }
    }

    /** The table as ImageIO takes it. */
    IndexColorModel model() {
        return new IndexColorModel(8, colors.length, colors, 0, false, -1, DataBuffer.TYPE_BYTE);
    }

    /** (height, width) the index of each pixel's colour. */
    byte[] indices(BufferedImage image) {
        int[] pixels = pixels(image);
        byte[] indices = new byte[pixels.length];
        for (int p = 0; p < pixels.length; p++) {
            int cell = cell(pixels[p]);
            if (nearest[cell] < 0) {
                nearest[cell] = (short) search(pixels[p]);
            }
            indices[p] = (byte) nearest[cell];
        }
        return indices;
    }

    /** The pixels themselves where they are integers anyway: converting each takes longer than all else here. */
    private static int[] pixels(BufferedImage image) {
        boolean whole =
                image.getType() == BufferedImage.TYPE_INT_RGB || image.getType() == BufferedImage.TYPE_INT_ARGB_PRE;
        if (whole && image.getRaster().getDataBuffer() instanceof DataBufferInt buffer) {
            int[] pixels = buffer.getData();
            if (pixels.length == image.getWidth() * image.getHeight()) {
                return pixels;
            }
        }
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static int cell(int rgb) {
        int red = rgb >> (16 + DROPPED) & 63;
        int green = rgb >> (8 + DROPPED) & 63;
        int blue = rgb >> DROPPED & 63;
        return (red << (2 * BITS)) | (green << BITS) | blue;
    }

    private int search(int rgb) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colors.length; i++) {
            int red = (rgb >> 16 & 0xff) - (colors[i] >> 16 & 0xff);
            int green = (rgb >> 8 & 0xff) - (colors[i] >> 8 & 0xff);
            int blue = (rgb & 0xff) - (colors[i] & 0xff);
            // Green counts most for the eye and blue least.
            int distance = 3 * red * red + 4 * green * green + 2 * blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static List<List<Shade>> cut(List<Shade> shades) {
        List<List<Shade>> boxes = new ArrayList<>();
        boxes.add(new ArrayList<>(shades));
        while (boxes.size() < SIZE - KEPT) {
            int widest = 0;
            for (int i = 1; i < boxes.size(); i++) {
                widest = spread(boxes.get(i)) > spread(boxes.get(widest)) ? i : widest;
            }
            List<Shade> box = boxes.get(widest);
            if (spread(box) == 0) {
                break;
            }
            int shift = widestChannel(box);
            box.sort(Comparator.comparingInt((Shade s) -> s.channel(shift)).thenComparingInt(Shade::rgb));
            int middle = box.size() / 2;
            boxes.set(widest, new ArrayList<>(box.subList(0, middle)));
            boxes.add(new ArrayList<>(box.subList(middle, box.size())));
        }
        return boxes;
    }

    private static int spread(List<Shade> box) {
        return range(box, widestChannel(box));
    }

    private static int widestChannel(List<Shade> box) {
        int widest = 0;
        for (int shift = 8; shift <= 16; shift += 8) {
            widest = range(box, shift) > range(box, widest) ? shift : widest;
        }
        return widest;
    }

    private static int range(List<Shade> box, int shift) {
        int min = 255;
        int max = 0;
        for (Shade shade : box) {
            min = Math.min(min, shade.channel(shift));
            max = Math.max(max, shade.channel(shift));
        }
        return max - min;
    }

    private static int mean(List<Shade> box) {
        long[] sums = new long[3];
        long count = 0;
        for (Shade shade : box) {
            for (int c = 0; c < 3; c++) {
                sums[c] += (long) shade.channel(8 * c) * shade.count();
            }
            count += shade.count();
        }
        return (int) (sums[2] / count) << 16 | (int) (sums[1] / count) << 8 | (int) (sums[0] / count);
    }
}
