package collapselab.view;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** PNG files that say what they show. */
final class PngFile {
    private static final String NATIVE = "javax_imageio_png_1.0";

    private PngFile() {}

    /** Writes a picture whole or not at all, with the spec under the keyword {@code spec}. */
    static void write(BufferedImage image, String spec, Path file) throws IOException {
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(image, 0, 0, null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(opaque), null);
        IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
        entry.setAttribute("keyword", "spec");
        entry.setAttribute("value", spec);
        IIOMetadataNode text = new IIOMetadataNode("tEXt");
        text.appendChild(entry);
        IIOMetadataNode root = new IIOMetadataNode(NATIVE);
        root.appendChild(text);
        metadata.mergeTree(NATIVE, root);
        Path folder = file.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, file.getFileName().toString(), ".part");
        try {
            try (ImageOutputStream out = ImageIO.createImageOutputStream(part.toFile())) {
                writer.setOutput(out);
                writer.write(metadata, new IIOImage(opaque, null, metadata), null);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            writer.dispose();
            Files.deleteIfExists(part);
        }
    }
}
