package collapselab.view;

import static collapselab.view.TestWindow.fx;
import static collapselab.view.TestWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Pictures that are taken of the window. */
@ExtendWith(ApplicationExtension.class)
final class TakeawayWindowTest {
    @TempDir
    private Path folder;

    private TestWindow test;

    @Start
    void start(Stage stage) {
        test = TestWindow.open(stage, folder);
    }

    @Stop
    void stop() {
        test.close();
    }

    private static Set<Integer> colours(WritableImage image, Bounds area) {
        Set<Integer> colours = new HashSet<>();
        for (int y = (int) (2 * area.getMinY()) + 2; y < 2 * area.getMaxY() - 2; y++) {
            for (int x = (int) (2 * area.getMinX()) + 2; x < 2 * area.getMaxX() - 2; x++) {
                colours.add(image.getPixelReader().getArgb(x, y));
            }
        }
        return colours;
    }

    @Test
    void aPictureIsTwiceAsSharpAndHasNothingToPress(FxRobot robot) throws Exception {
        test.ready();
        Region centre = test.window().stage();
        CompletableFuture<WritableImage> taken = new CompletableFuture<>();
        robot.interact(() -> {
            test.lab().playback().seek(3);
            test.lab().playback().play();
            test.window().takeaway().take(taken::complete);
        });
        until(taken::isDone);
        WritableImage image = taken.get();
        assertThat(image.getWidth()).isEqualTo(fx(() -> Math.ceil(2 * centre.getWidth())));
        Node button = robot.lookup("#chart-left-log").query();
        Bounds at = fx(() -> centre.sceneToLocal(button.localToScene(button.getBoundsInLocal())));
        assertThat(colours(image, at)).hasSize(1);
        Node value = robot.lookup("#value-replace").query();
        Bounds number = fx(() -> centre.sceneToLocal(value.localToScene(value.getBoundsInLocal())));
        assertThat(colours(image, number)).hasSizeGreaterThan(8);
        assertThat(fx(button::isVisible)).as("afterwards").isTrue();
        assertThat(fx(() -> test.lab().playback().playing())).isTrue();
    }
}
