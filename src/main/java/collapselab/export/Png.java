package collapselab.export;

import collapselab.chart.Raster;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** PNG pictures that carry, as text, the specification they were computed from and the program's version. */
public final class Png {
    private static final String FORMAT = "javax_imageio_png_1.0";

    private Png() {}

    /**
     * Writes a picture.
     *
     * @param file where to
     * @param image the picture; its alpha is dropped, as figures have a ground
     * @param spec what was computed, in the text form that the program opens again; stored as "Spec"
     * @param version the program's version; stored as "Software"
     */
    public static void write(Path file, BufferedImage image, String spec, String version) throws ExportException {
        AtomicFile.write(file, out -> encode(opaque(image), spec, version, out));
    }

    /** The same into a file that is committed later. */
    public static void write(OutputFile file, BufferedImage image, String spec, String version) {
        file.write(out -> encode(opaque(image), spec, version, out));
    }

    /**
     * Writes pixels.
     *
     * @param file where to
     * @param argb (height, width) premultiplied 0xAARRGGBB
     * @param width pixels across
     * @param height pixels down
     * @param spec what was computed
     * @param version the program's version
     */
    public static void write(Path file, int[] argb, int width, int height, String spec, String version)
            throws ExportException {
        write(file, Raster.wrap(argb, width, height), spec, version);
    }

    private static BufferedImage opaque(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            return image;
        }
        BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = rgb.createGraphics();
        g.drawImage(image, 0, 0, null);
        g.dispose();
        return rgb;
    }

    private static void encode(BufferedImage image, String spec, String version, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        // In memory: ImageIO's default is a cache file in the temporary folder.
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(image);
            IIOMetadata metadata = writer.getDefaultImageMetadata(type, null);
            metadata.mergeTree(FORMAT, text("Spec", spec));
            metadata.mergeTree(FORMAT, text("Software", "Collapse Lab " + version));
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
    }

    /** A tEXt chunk, or iTXt where Latin-1, which tEXt is defined to hold, does not have the characters. */
    private static IIOMetadataNode text(String keyword, String value) {
        boolean latin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(value);
        IIOMetadataNode entry = new IIOMetadataNode(latin ? "tEXtEntry" : "iTXtEntry");
        entry.setAttribute("keyword", keyword);
        if (latin) {
            entry.setAttribute("value", value);
        } else {
            entry.setAttribute("compressionFlag", "FALSE");
            entry.setAttribute("compressionMethod", "0");
            entry.setAttribute("languageTag", "");
            entry.setAttribute("translatedKeyword", keyword);
            entry.setAttribute("text", value);
        }
        IIOMetadataNode chunk = new IIOMetadataNode(latin ? "tEXt" : "iTXt");
        chunk.appendChild(entry);
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        root.appendChild(chunk);
        return root;
    }
}
