package collapselab.export;

import java.awt.Rectangle;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/** What GIF tells about a frame, as the tree in which ImageIO keeps it. */
final class GifFrame {
    private final IIOMetadata metadata;
    private final IIOMetadataNode root;

    GifFrame(ImageWriter writer, IndexColorModel model) {
        metadata = writer.getDefaultImageMetadata(
                new ImageTypeSpecifier(model, model.createCompatibleSampleModel(1, 1)), null);
        root = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
    }

    void place(Rectangle place) {
        IIOMetadataNode descriptor = node("ImageDescriptor");
        descriptor.setAttribute("imageLeftPosition", Integer.toString(place.x));
        descriptor.setAttribute("imageTopPosition", Integer.toString(place.y));
        descriptor.setAttribute("imageWidth", Integer.toString(place.width));
        descriptor.setAttribute("imageHeight", Integer.toString(place.height));
        descriptor.setAttribute("interlaceFlag", "FALSE");
    }

    void delay(int millis) {
        IIOMetadataNode control = node("GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("delayTime", Integer.toString(Math.round(millis / 10f)));
        control.setAttribute("transparentColorIndex", "0");
    }

    /** What only the first frame carries: the Netscape extension for endless repetition, and a comment. */
    void first(boolean loop, String comment) {
        if (loop) {
            IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
            extension.setAttribute("applicationID", "NETSCAPE");
            extension.setAttribute("authenticationCode", "2.0");
            extension.setUserObject(new byte[] {1, 0, 0});
            node("ApplicationExtensions").appendChild(extension);
        }
        IIOMetadataNode text = new IIOMetadataNode("CommentExtension");
        // The format's comments are ASCII.
        text.setAttribute("value", new String(comment.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII));
        node("CommentExtensions").appendChild(text);
    }

    IIOMetadata metadata() throws IOException {
        metadata.setFromTree(metadata.getNativeMetadataFormatName(), root);
        return metadata;
    }

    private IIOMetadataNode node(String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode node = new IIOMetadataNode(name);
        root.appendChild(node);
        return node;
    }
}
