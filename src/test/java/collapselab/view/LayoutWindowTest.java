package collapselab.view;

import static collapselab.view.TestWindow.fx;
import static org.assertj.core.api.Assertions.assertThat;

import collapselab.catalog.Catalog;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.kernel.data.DigitSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** In every window, at every text size, in every experiment: nothing overlaps, is cut, leaves its place, or vanishes. */
@ExtendWith(ApplicationExtension.class)
@Tag("slow")
final class LayoutWindowTest {
    private static final int[][] WINDOWS = {{1024, 640}, {1280, 720}, {1440, 900}, {1920, 1080}};
    private static final int PASSES = 3;
    private static final int[] TEXTS = {80, 100, 150, 200, 300};

    private static final List<Experiment<?, ?>> CATALOG =
            Catalog.experiments(DigitSource.of(Optional.empty(), Map.of()));

    @TempDir
    private Path folder;

    private TestWindow test;
    private LabWindow window;

    @Start
    void start(Stage stage) {
        test = TestWindow.open(stage, CATALOG, RunSpec.read("gaussian?generations=5&seeds=4", CATALOG), folder);
        window = test.window();
    }

    @Stop
    void stop() {
        test.close();
    }

    private void open(FxRobot robot, Experiment<?, ?> experiment, String regimes) {
        robot.interact(() -> test.lab()
                .settings()
                .open(RunSpec.read(experiment.id() + "?generations=5&seeds=4&regime=" + regimes, CATALOG)));
        if (experiment.live()) {
            test.ready();
        }
    }

    /**
     * Called on the FX thread: lays everything out in a size, and again until it rests, for what is shown depends on how large it
     * turned out to be. The window keeps its size: nothing is drawn between two sizes, which is what takes time.
     */
    private void size(int width, int height) {
        Region root = (Region) window.scene().getRoot();
        root.resize(width, height);
        for (int i = 0; i < PASSES; i++) {
            window.show();
            root.applyCss();
            root.layout();
        }
    }

    private List<String> faults() {
        Layout layout = Layout.of(window.scene());
        List<String> faults = new ArrayList<>(layout.faults());
        Region centre = window.stage();
        double panels = centre.lookup(".panels").getLayoutBounds().getHeight();
        if (panels < centre.getHeight() / 2 - 1) {
            faults.add("the panels have " + panels + " of " + centre.getHeight());
        }
        double least = 4 * window.desk().look().em();
        List<Region> pictures = layout.pictures();
        Arrangement now = window.arranger().now();
        boolean opened = now.stage() && now.left() + now.right() > 0;
        if (pictures.size()
                        < (opened ? 1 : test.lab().settings().spec().regimes().size())
                || pictures.stream().anyMatch(p -> p.getHeight() < least || p.getWidth() < least)) {
            faults.add("pictures vanish");
        }
        return faults;
    }

    private List<String> everywhere(String what) {
        return fx(() -> {
            List<String> faults = new ArrayList<>();
            for (int percent : TEXTS) {
                window.commands().textSize(percent);
                for (int[] size : WINDOWS) {
                    size(size[0], size[1]);
                    String where = what + " " + size[0] + "x" + size[1] + " at " + percent + " %: ";
                    faults().forEach(fault -> faults.add(where + fault));
                }
            }
            size(1280, 720);
            return faults;
        });
    }

    @Test
    void atTheDesk(FxRobot robot) {
        List<String> faults = new ArrayList<>();
        for (Experiment<?, ?> experiment : CATALOG) {
            open(robot, experiment, "replace,accumulate,subsample");
            faults.addAll(everywhere(experiment.id()));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void withOneTwoAndFourPanels(FxRobot robot) {
        List<String> faults = new ArrayList<>();
        for (String regimes :
                List.of("replace", "replace,accumulate", "replace,accumulate,subsample,replace-multiple")) {
            open(robot, CATALOG.get(0), regimes);
            faults.addAll(everywhere(regimes));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void onTheStageAndWithWhatIsFoldedOrOpened(FxRobot robot) {
        open(robot, CATALOG.get(0), "replace,accumulate,subsample");
        List<String> faults = new ArrayList<>();
        robot.interact(() -> window.arranger().fold(Arrangement.Part.CHARTS));
        faults.addAll(everywhere("no charts"));
        robot.interact(() -> window.arranger().staged(true));
        faults.addAll(everywhere("stage without charts"));
        robot.interact(() -> window.arranger().fold(Arrangement.Part.CHARTS));
        faults.addAll(everywhere("stage"));
        robot.interact(() -> window.arranger().fold(Arrangement.Part.SETTINGS));
        faults.addAll(everywhere("stage with settings"));
        robot.interact(() -> window.arranger().fold(Arrangement.Part.EXPERIMENTS));
        faults.addAll(everywhere("stage with experiments"));
        assertThat(faults).isEmpty();
    }

    @Test
    void theStageShowsLargePicturesAndNoSmallType(FxRobot robot) {
        open(robot, CATALOG.get(0), "replace,accumulate,subsample");
        robot.interact(() -> window.arranger().staged(true));
        for (int percent : TEXTS) {
            robot.interact(() -> {
                window.commands().textSize(percent);
                size(1920, 1080);
                double cards = robot.lookup(".panel").queryAllAs(Region.class).stream()
                        .mapToDouble(card -> card.getWidth() * card.getHeight())
                        .sum();
                assertThat(cards / (1920 * 1080)).isGreaterThanOrEqualTo(0.6);
                assertThat(Layout.of(window.scene()).smallestType()).isGreaterThanOrEqualTo(24);
            });
        }
    }
}
