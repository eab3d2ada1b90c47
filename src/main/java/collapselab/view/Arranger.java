package collapselab.view;

import collapselab.view.Arrangement.Part;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** Keeps what the user wishes of the window's arrangement, and has every region obey {@link Arrangement}. */
final class Arranger {
    /** A region that looks different on the stage. */
    interface Obeying {
        void arrange(Arrangement now);
    }

    private final Desk desk;
    private final Region top;
    private final Region left;
    private final Region right;
    private final BorderPane regions = new BorderPane();
    private final Handles handles;
    private final Fading fading;
    private final List<Obeying> obeying;
    private Scene scene;
    private Region root;
    private Wishes wishes;
    private Arrangement now;

    /**
     * Puts the regions together.
     *
     * @param obeying what else is told how the window is arranged
     */
    Arranger(
            Desk desk,
            CentreRows centre,
            Region top,
            Region left,
            Region right,
            Region transport,
            Region bottom,
            List<Obeying> obeying) {
        this.desk = desk;
        this.top = top;
        this.left = left;
        this.right = right;
        this.obeying = List.copyOf(obeying);
        wishes = Wishes.NONE.staging(desk.look().theme().projector());
        handles = new Handles(centre, this::fold);
        fading = new Fading(List.of(handles, transport));
        regions.setCenter(new StackPane(centre, handles));
        regions.setTop(top);
        regions.setLeft(left);
        regions.setRight(right);
        regions.setBottom(bottom);
        regions.getStyleClass().add("window");
    }

    BorderPane node() {
        return regions;
    }

    void listen(Scene scene) {
        this.scene = scene;
        root = (Region) scene.getRoot();
        root.widthProperty().addListener(o -> arrange());
        root.heightProperty().addListener(o -> arrange());
        fading.listen(scene);
    }

    /** Puts everything where it belongs in this size of window and text. */
    void arrange() {
        now = Arrangement.of(root.getWidth(), root.getHeight(), desk.look().chosen(), wishes);
        if (now.em() != desk.look().em()) {
            desk.look().em(now.em());
            desk.look().size(scene);
        }
        Nodes.style(regions, "stage", now.stage());
        Nodes.shown(top, !now.stage());
        wide(left, now.left());
        wide(right, now.right());
        handles.arrange(now);
        obeying.forEach(each -> each.arrange(now));
        fading.fades(
                now.wished() && wishes.opened().isEmpty() && !desk.options().still());
        desk.wake();
    }

    private static void wide(Region column, double width) {
        Nodes.shown(column, width > 0);
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
    }

    /** How the window is arranged now. */
    Arrangement now() {
        return now;
    }

    Set<Part> folded() {
        return wishes.folded();
    }

    /** Folds as it was left. */
    void folded(Set<Part> parts) {
        wish(wishes.folding(parts));
    }

    /** Folds a part away, or opens it again. */
    void fold(Part part) {
        wish(wishes.toggle(part, now.stage()));
    }

    /** Goes to the layout for the back row, or back to the desk. */
    void stage() {
        staged(!wishes.stage());
    }

    /** Sets the layout for the back row on or off. */
    void staged(boolean on) {
        wish(wishes.staging(on));
    }

    private void wish(Wishes wanted) {
        wishes = wanted;
        arrange();
    }

    /** Leaves the innermost of what is open: a column on the stage, the stage, full screen; false: nothing is. */
    boolean leave() {
        if (wishes.opened().isPresent()) {
            wish(wishes.opening(Optional.empty()));
        } else if (wishes.stage()) {
            staged(false);
        } else if (scene.getWindow() instanceof Stage window && window.isFullScreen()) {
            window.setFullScreen(false);
        } else {
            return false;
        }
        return true;
    }

    /** Has the window fill the screen without its frame, or not; Escape is ours, for it undoes the innermost thing first. */
    void fullScreen() {
        if (scene.getWindow() instanceof Stage window) {
            window.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            window.setFullScreenExitHint("");
            window.setFullScreen(!window.isFullScreen());
        }
    }
}
