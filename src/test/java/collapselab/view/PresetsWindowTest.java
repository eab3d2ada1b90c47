package collapselab.view;

import static collapselab.view.TestWindow.fx;
import static collapselab.view.TestWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import collapselab.catalog.Catalog;
import collapselab.experiment.Experiment;
import collapselab.experiment.Preset;
import collapselab.experiment.RunSpec;
import collapselab.kernel.data.DigitSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Presets, the essential settings, and the headings that the others stand under. */
@ExtendWith(ApplicationExtension.class)
final class PresetsWindowTest {
    private static final List<Experiment<?, ?>> CATALOG =
            Catalog.experiments(DigitSource.of(Optional.empty(), Map.of()));

    @TempDir
    private Path folder;

    private TestWindow test;

    @Start
    void start(Stage stage) {
        test = TestWindow.open(stage, CATALOG, RunSpec.opening(CATALOG.get(0)), folder);
    }

    @Stop
    void stop() {
        test.close();
    }

    private Button preset(FxRobot robot, String id) {
        return robot.lookup("#preset-" + id).queryButton();
    }

    @Test
    void eachPresetIsOneClickAndStartOverGoesBackToTheOpening(FxRobot robot) {
        Experiment<?, ?> gaussian = CATALOG.get(0);
        for (Preset preset : gaussian.presets()) {
            String id = preset.name()
                    .toLowerCase(Locale.ROOT)
                    .replace("n = ∞", "n-infinity")
                    .replace(" % ", "-")
                    .replace(' ', '-');
            robot.interact(() -> preset(robot, id).fire());
            until(() -> test.lab().settings().spec().equals(RunSpec.preset(gaussian, preset)));
            assertThat(fx(() -> preset(robot, id).getPseudoClassStates().toString()))
                    .contains("on");
        }
        robot.interact(() -> preset(robot, "start-over").fire());
        until(() -> test.lab().settings().spec().equals(RunSpec.opening(gaussian)));
        robot.interact(() -> test.lab().settings().undo());
        until(() -> !test.lab().settings().spec().equals(RunSpec.opening(gaussian)));
    }

    @Test
    void theOthersStandUnderHeadingsThatSayHowTheyAreSetAndRememberThatTheyAreOpen(FxRobot robot) {
        robot.interact(() -> test.window().parameters().open(Set.of()));
        ToggleButton head = robot.lookup("#fold-fit").queryAs(ToggleButton.class);
        until(() -> head.getTooltip() != null && head.getTooltip().getText().startsWith("How it is fitted: unbiased"));
        assertThat(fx(() -> robot.lookup("#estimator-mle")
                        .query()
                        .getParent()
                        .getParent()
                        .getParent()
                        .isVisible()))
                .isFalse();
        robot.interact(head::fire);
        assertThat(fx(() ->
                        robot.lookup("#fold-fit").queryAs(ToggleButton.class).isSelected()))
                .isTrue();
        robot.interact(() -> test.lab().settings().open(CATALOG.get(1)));
        until(() -> robot.lookup("#fold-fit").queryAs(ToggleButton.class) != head);
        assertThat(fx(() ->
                        robot.lookup("#fold-fit").queryAs(ToggleButton.class).isSelected()))
                .isTrue();
    }

    @Test
    void theStatisticalErrorHasOneSwitch(FxRobot robot) {
        assertThat(robot.lookup("#statistical-infinite").queryAll()).isEmpty();
        until(() -> robot.lookup("#error-statistical").query().isVisible());
        robot.interact(() ->
                robot.lookup("#error-statistical").queryAs(ToggleButton.class).fire());
        until(() -> test.lab().settings().spec().text("statistical").equals("infinite"));
    }
}
