package collapselab.view;

import collapselab.chart.Style;
import collapselab.chart.Theme;
import collapselab.session.Failure;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

/**
 * A place in the window that the painter draws, at the screen's own pixels. It holds two sheets: one is shown while the
 * other is drawn on.
 */
final class Surface extends Region {
    /** What is drawn. */
    interface Sketch {
        /**
         * Draws, on a painter's thread.
         *
         * @param g where, in pixels of the screen
         * @param area all of it
         * @param style how
         * @return what the FX thread does with the outcome
         */
        Runnable draw(Graphics2D g, Rectangle2D area, Style style);
    }

    /** Everything that decides the pixels. */
    private record Want(Object key, int width, int height, Theme theme, double textSize) {}

    private record Sheet(BufferedImage image, PixelBuffer<IntBuffer> pixels, WritableImage shown) {
        static Sheet of(int width, int height) {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
            int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
            PixelBuffer<IntBuffer> pixels =
                    new PixelBuffer<>(width, height, IntBuffer.wrap(argb), PixelFormat.getIntArgbPreInstance());
            return new Sheet(image, pixels, new WritableImage(pixels));
        }

        boolean fits(Want want) {
            return image.getWidth() == want.width && image.getHeight() == want.height;
        }
    }

    private final Desk desk;
    private final boolean first;
    private final ImageView view = new ImageView();
    private final Consumer<String> onFailure;
    private Sheet front;
    private Sheet back;
    private Want painted;
    private boolean busy;

    /**
     * @param first whether it is drawn before others
     * @param onFailure told in one sentence when something cannot be drawn
     */
    Surface(Desk desk, boolean first, Consumer<String> onFailure) {
        this.desk = desk;
        this.first = first;
        this.onFailure = onFailure;
        setMinSize(0, 0);
        view.setManaged(false);
        getChildren().add(view);
        widthProperty().addListener(o -> desk.wake());
        heightProperty().addListener(o -> desk.wake());
    }

    /** Pixels for one of the window's units: the screen's, or more where a picture is taken. */
    double scale() {
        double screen = getScene() == null || getScene().getWindow() == null
                ? 1
                : Math.max(1, getScene().getWindow().getOutputScaleX());
        return Math.max(screen, desk.sharpness());
    }

    /**
     * Has this drawn, if it differs from what is shown and nothing is being drawn; else it must be asked for again.
     *
     * @param key decides, with size and look, whether it differs
     */
    void want(Object key, Sketch sketch) {
        Want want = new Want(
                key,
                (int) Math.round(getWidth() * scale()),
                (int) Math.round(getHeight() * scale()),
                desk.look().theme(),
                desk.look().em() * scale());
        if (busy || want.equals(painted) || want.width < 8 || want.height < 8 || !visible()) {
            return;
        }
        Sheet sheet = back != null && back.fits(want) ? back : Sheet.of(want.width, want.height);
        busy = true;
        Supplier<Runnable> work = () -> paint(sheet, want, sketch);
        if (first) {
            desk.painter().picture(work);
        } else {
            desk.painter().submit(work);
        }
    }

    private boolean visible() {
        return getScene() != null
                && Nodes.around(this, node -> !node.isVisible()).isEmpty();
    }

    private Runnable paint(Sheet sheet, Want want, Sketch sketch) {
        try {
            Runnable after = draw(sheet, want, sketch);
            return () -> {
                show(sheet, want);
                desk.guard().run(this, after);
            };
        } catch (RuntimeException | Error e) {
            return () -> fail(want, e);
        }
    }

    private static Runnable draw(Sheet sheet, Want want, Sketch sketch) {
        Graphics2D g = sheet.image.createGraphics();
        try {
            g.setColor(want.theme.panel());
            g.fillRect(0, 0, want.width, want.height);
            Style style = new Style(want.theme, want.textSize, OptionalDouble.empty());
            return sketch.draw(g, new Rectangle2D.Double(0, 0, want.width, want.height), style);
        } finally {
            g.dispose();
        }
    }

    /** Shows nothing; it is tried again as soon as something else is wanted. */
    private void fail(Want want, Throwable e) {
        clear();
        busy = false;
        painted = want;
        desk.guard().failed(this, e);
        onFailure.accept(Failure.sentence(e));
    }

    private void show(Sheet sheet, Want want) {
        busy = false;
        painted = want;
        back = front;
        front = sheet;
        sheet.pixels.updateBuffer(buffer -> null);
        view.setImage(sheet.shown);
        view.setFitWidth(want.width / scale());
        view.setFitHeight(want.height / scale());
        view.setVisible(true);
    }

    /** Whether a picture is shown. */
    boolean shows() {
        return painted != null && view.isVisible();
    }

    /** Shows nothing, until something else is wanted. */
    void clear() {
        view.setVisible(false);
        painted = null;
    }
}
