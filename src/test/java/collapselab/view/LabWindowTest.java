package collapselab.view;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.export.DrawnPoints;
import collapselab.kernel.data.PointTable;
import collapselab.plot.Doubles;
import collapselab.session.Run;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** The window under the hands of a robot, with no display. */
@ExtendWith(ApplicationExtension.class)
final class LabWindowTest {
    @TempDir
    private Path folder;

    private final Drift drift = new Drift(true);
    private final Drift trek = new Drift(false);
    private final Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
    private LabWindow window;
    private Lab lab;

    @Start
    void start(Stage stage) {
        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> thrown.add(e));
        Exports exports = new Exports() {
            @Override
            public void picture(BufferedImage image, RunSpec<?> spec, Path file) {}

            @Override
            public void csv(Run run, Path file) {}

            @Override
            public void report(RunSpec<?> spec, Path file) {}

            @Override
            public Path drawn(Doubles x, Doubles y) {
                return DrawnPoints.write(folder, LocalDateTime.of(2026, 1, 2, 3, 4, 5), x, y);
            }
        };
        List<Experiment<?, ?>> all = List.of(drift, trek);
        window = new LabWindow(all, new Look(Look.Choice.DARK, 100), new Desk.Options(exports, false, false));
        lab = window.desk().lab();
        window.open(RunSpec.forWindow(drift), true);
        stage.setScene(window.scene());
        stage.setWidth(1280);
        stage.setHeight(720);
        stage.show();
        stage.requestFocus();
    }

    @Stop
    void stop() {
        window.close();
    }

    @AfterEach
    void nothingWasThrown() {
        drift.go();
        trek.go();
        assertThat(thrown).isEmpty();
    }

    private static void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> fx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain", e);
        }
    }

    private static <T> T fx(Callable<T> read) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, read);
    }

    private void ready() {
        until(() -> lab.shown().filter(run -> run.state() == Run.State.DONE).isPresent()
                && window.desk().facts().run().equals(lab.shown())
                && window.desk().painter().idle());
    }

    private static String text(FxRobot robot, String id) {
        return fx(() -> robot.lookup("#" + id).queryAs(Labeled.class).getText());
    }

    private static void press(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theWindowShowsARunOfItsFirstExperiment(FxRobot robot) {
        ready();
        assertThat(text(robot, "headline")).isEqualTo("Drift: each generation learns from 100 samples of the last");
        assertThat(text(robot, "numbers")).contains("generation 0 of 49", "4 chains, seeds 1–4", "a number");
        until(() -> text(robot, "value-replace").equals("1"));
        assertThat(robot.lookup("#panel-accumulate").tryQuery()).isPresent();
        assertThat(fx(() -> robot.lookup("#explain")
                        .queryParent()
                        .getChildrenUnmodifiable()
                        .size()))
                .isEqualTo(1);
    }

    @Test
    void draggingASliderComputesAnewAndStaysWhereItIs(FxRobot robot) {
        ready();
        robot.interact(() -> {
            lab.playback().seek(20);
            Slider slider = robot.lookup("#slider-slope").queryAs(Slider.class);
            slider.setValueChanging(true);
            slider.setValue(0.6);
            slider.setValue(0.7);
            slider.setValue(0.8);
            slider.setValueChanging(false);
        });
        until(() -> !lab.stale());
        ready();
        assertThat(fx(() -> lab.settings().spec().text("slope"))).isEqualTo("4");
        assertThat(text(robot, "generation")).isEqualTo("Generation 20");
        assertThat(fx(() -> lab.session().runs().size())).isEqualTo(2);
    }

    @Test
    void aRefusedValueSaysWhyAndChangesNothing(FxRobot robot) {
        ready();
        RunSpec<?> before = fx(lab.settings()::spec);
        type(robot, "field-samples", "1");
        assertThat(text(robot, "refusal-samples")).contains("samples=1 is too small");
        assertThat(fx(lab.settings()::spec)).isEqualTo(before);
        type(robot, "field-samples", "many");
        assertThat(text(robot, "refusal-samples")).contains("not a finite number");
        type(robot, "field-samples", "20000");
        assertThat(fx(() -> robot.lookup("#refusal-samples").query().isVisible()))
                .isFalse();
        assertThat(fx(() -> lab.settings().spec().text("samples"))).isEqualTo("20000");
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> {
            TextField field = robot.lookup("#" + id).queryAs(TextField.class);
            field.requestFocus();
            field.setText(text);
            field.fireEvent(new javafx.event.ActionEvent());
        });
    }

    @Test
    void resetAppearsWhenChangedAndDeleteDoesTheSame(FxRobot robot) {
        ready();
        assertThat(fx(() -> robot.lookup("#reset-samples").query().isVisible())).isFalse();
        type(robot, "field-samples", "300");
        until(() -> robot.lookup("#reset-samples").query().isVisible());
        robot.interact(
                () -> robot.lookup("#reset-samples").queryAs(Button.class).fire());
        assertThat(fx(() -> lab.settings().spec().text("samples"))).isEqualTo("100");
        type(robot, "field-samples", "300");
        robot.interact(() -> robot.lookup("#slider-samples").query().requestFocus());
        press(robot, KeyCode.DELETE);
        assertThat(fx(() -> lab.settings().spec().text("samples"))).isEqualTo("100");
    }

    @Test
    void settingsAreUndoneAndRedone(FxRobot robot) {
        ready();
        type(robot, "field-samples", "300");
        robot.interact(() -> robot.lookup("#timeline").query().requestFocus());
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        assertThat(fx(() -> lab.settings().spec().text("samples"))).isEqualTo("100");
        press(robot, KeyCode.CONTROL, KeyCode.Y);
        assertThat(fx(() -> lab.settings().spec().text("samples"))).isEqualTo("300");
    }

    @Test
    void keysMoveThroughTheGenerations(FxRobot robot) {
        ready();
        robot.interact(() -> robot.lookup("#timeline").query().requestFocus());
        press(robot, KeyCode.RIGHT);
        assertThat(fx(() -> lab.playback().cursor())).isEqualTo(1);
        press(robot, KeyCode.CONTROL, KeyCode.RIGHT);
        assertThat(fx(() -> lab.playback().cursor())).isEqualTo(11);
        press(robot, KeyCode.END);
        until(() -> text(robot, "generation").equals("Generation 49"));
        press(robot, KeyCode.LEFT);
        press(robot, KeyCode.HOME);
        assertThat(fx(() -> lab.playback().cursor())).isZero();
        press(robot, KeyCode.SPACE);
        assertThat(fx(() -> lab.playback().playing())).isTrue();
        until(() -> lab.playback().cursor() > 2);
        press(robot, KeyCode.SPACE);
        assertThat(fx(() -> lab.playback().playing())).isFalse();
    }

    @Test
    void lettersActOnlyWhereNobodyTypes(FxRobot robot) {
        ready();
        robot.interact(() -> robot.lookup("#field-samples").query().requestFocus());
        press(robot, KeyCode.M);
        assertThat(fx(() -> lab.settings().spec().regimes().size())).isEqualTo(2);
        robot.interact(() -> robot.lookup("#timeline").query().requestFocus());
        press(robot, KeyCode.M);
        assertThat(fx(() -> lab.settings().spec().regimes().size())).isEqualTo(4);
        boolean log = fx(() ->
                robot.lookup("#chart-left-log").queryAs(ToggleButton.class).isSelected());
        press(robot, KeyCode.L);
        until(() -> robot.lookup("#chart-left-log").queryAs(ToggleButton.class).isSelected() != log);
    }

    @Test
    void anExpensiveRunIsStartedHeldAndCancelled(FxRobot robot) {
        ready();
        trek.holdFrom(3);
        robot.interact(
                () -> robot.lookup("#experiment-trek").queryAs(Button.class).fire());
        until(() -> text(robot, "cost").contains("500 MB"));
        robot.interact(() -> robot.lookup("#run").queryAs(Button.class).fire());
        until(() -> lab.shown().filter(run -> run.furthest() == 3).isPresent());
        until(() -> robot.lookup("#hold").query().getParent().isVisible());
        robot.interact(() -> robot.lookup("#hold").queryAs(Button.class).fire());
        until(() -> text(robot, "hold").equals("Resume") && text(robot, "state").contains("Paused"));
        robot.interact(() -> robot.lookup("#hold").queryAs(Button.class).fire());
        until(() -> text(robot, "hold").equals("Pause"));
        robot.interact(() -> robot.lookup("#cancel").queryAs(Button.class).fire());
        until(() -> lab.shown().orElseThrow().state() == Run.State.CANCELLED);
        until(() -> robot.lookup("#run").query().isVisible());
    }

    @Test
    void aChangedParameterOfAnExpensiveRunKeepsItsResult(FxRobot robot) {
        ready();
        robot.interact(
                () -> robot.lookup("#experiment-trek").queryAs(Button.class).fire());
        robot.interact(() -> robot.lookup("#run").queryAs(Button.class).fire());
        ready();
        Run result = fx(() -> lab.shown().orElseThrow());
        type(robot, "field-slope", "3");
        until(() -> text(robot, "cost").startsWith("Settings have changed"));
        assertThat(fx(() -> lab.shown().orElseThrow())).isSameAs(result);
    }

    @Test
    void aRunOfTheSessionComesBackWithItsSettings(FxRobot robot) {
        ready();
        Run first = fx(() -> lab.shown().orElseThrow());
        type(robot, "field-samples", "300");
        until(() -> !lab.stale());
        ready();
        until(() -> robot.lookup(".run-entry").queryAll().size() == 2);
        robot.interact(() -> ((Button) robot.lookup(".run-entry").queryAll().stream()
                        .skip(1)
                        .findFirst()
                        .map(Node.class::cast)
                        .orElseThrow())
                .fire());
        assertThat(fx(() -> lab.shown().orElseThrow())).isSameAs(first);
        until(() -> robot.lookup("#field-samples")
                .queryAs(TextField.class)
                .getText()
                .equals("100"));
    }

    @Test
    void themeAndTextSizeChangeAtOnce(FxRobot robot) {
        ready();
        for (Look.Choice choice : Look.Choice.values()) {
            robot.interact(() -> window.commands().look(choice));
            ready();
        }
        robot.interact(() -> robot.lookup("#timeline").query().requestFocus());
        press(robot, KeyCode.CONTROL, KeyCode.ADD);
        until(() -> text(robot, "text-size").equals("110 %"));
        robot.interact(() -> window.commands().textSize(1000));
        until(() -> text(robot, "text-size").equals("300 %"));
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT0);
        until(() -> text(robot, "text-size").equals("100 %"));
    }

    @Test
    void theHelpSheetListsEveryAction(FxRobot robot) {
        ready();
        robot.interact(() -> robot.lookup("#timeline").query().requestFocus());
        press(robot, KeyCode.F1);
        until(() -> robot.lookup("#help").query().isVisible());
        assertThat(fx(() -> robot.lookup(".help-label").queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText)
                        .toList()))
                .containsExactlyInAnyOrderElementsOf(window.commands().keyboard().actions().stream()
                        .map(Action::label)
                        .toList());
        press(robot, KeyCode.ESCAPE);
        until(() -> !robot.lookup("#help").query().isVisible());
    }

    @Test
    void clickingTheTimelineGoesThere(FxRobot robot) {
        ready();
        robot.clickOn("#timeline");
        until(() -> Math.abs(lab.playback().cursor() - 24) <= 2);
    }

    @Test
    void aRegimeIsAddedWithItsPanel(FxRobot robot) {
        ready();
        robot.clickOn("#regime-subsample");
        until(() -> robot.lookup("#panel-subsample").tryQuery().isPresent());
        assertThat(fx(() -> lab.settings().spec().regimes())).contains(DataRegime.SUBSAMPLE);
    }

    @Test
    void inSmallWindowsAndLargeTextNothingLeavesTheWindowAndWhatIsCutHasATooltip(FxRobot robot) {
        for (int percent : new int[] {100, 125}) {
            robot.interact(() -> {
                window.commands().textSize(percent);
                window.scene().getWindow().setWidth(1024);
                window.scene().getWindow().setHeight(640);
            });
            ready();
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(fx(() -> clipped(robot))).as(percent + " %").isEmpty();
            double right = fx(() -> robot.lookup("#panel-accumulate")
                    .query()
                    .localToScene(robot.lookup("#panel-accumulate").query().getBoundsInLocal())
                    .getMaxX());
            double column = fx(
                    () -> robot.lookup(".right-side").query().localToScene(0, 0).getX());
            assertThat(right).isLessThan(column);
        }
    }

    /** What stands on screen with its end cut off and no tooltip, or beyond the window's edge. */
    private List<String> clipped(FxRobot robot) {
        double edge = window.scene().getWidth();
        return robot
                .lookup(node ->
                        node instanceof Labeled labeled && !labeled.getText().isEmpty())
                .queryAllAs(Labeled.class)
                .stream()
                .filter(LabWindowTest::seen)
                .filter(labeled -> (cut(labeled) && !explained(labeled))
                        || labeled.localToScene(labeled.getBoundsInLocal()).getMaxX() > edge + 1)
                .map(labeled -> labeled.getId() + ": " + labeled.getText())
                .toList();
    }

    private static boolean cut(Labeled labeled) {
        return labeled.lookup(".text") instanceof Text text
                && text.getText().endsWith(labeled.getEllipsisString())
                && !labeled.getText().endsWith(labeled.getEllipsisString());
    }

    /** Whether it, or what it is a part of, has a tooltip. */
    private static boolean explained(Node node) {
        Node each = node;
        while (each != null && !(each instanceof Control control && control.getTooltip() != null)) {
            each = each.getParent();
        }
        return each != null;
    }

    private static boolean seen(Node node) {
        Node each = node;
        while (each != null && each.isVisible()) {
            each = each.getParent();
        }
        return each == null;
    }

    private static boolean visible(FxRobot robot, String id) {
        return fx(() -> {
            Node node = robot.lookup("#" + id).tryQuery().orElse(null);
            while (node != null && node.isVisible() && node.getParent() != null) {
                node = node.getParent();
            }
            return node != null && node.isVisible();
        });
    }

    private String setting(String name) {
        return fx(() -> lab.settings().spec().text(name));
    }

    private Path points(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void drop(FxRobot robot, Path file) {
        robot.interact(() -> window.desk().files().take(file));
    }

    private void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup("#" + id).queryAs(ButtonBase.class).fire());
    }

    private void canvas(FxRobot robot) {
        fire(robot, "data-drawn");
        until(() -> visible(robot, "sketch-canvas") && window.desk().painter().idle());
    }

    @Test
    void onlyParametersThatMeanSomethingAreShown(FxRobot robot) throws IOException {
        ready();
        assertThat(visible(robot, "field-file")).isFalse();
        assertThat(visible(robot, "field-columns")).isFalse();

        drop(robot, points("a.csv", "x,y\n1,2\n3,4\n"));

        until(() -> visible(robot, "field-file") && visible(robot, "field-columns"));
        until(() -> !visible(robot, "field-checksum"));
    }

    @Test
    void aDroppedFileBecomesTheRealDataInOneStep(FxRobot robot) throws IOException {
        ready();
        RunSpec<?> before = fx(lab.settings()::spec);
        Path file = points("a.csv", "x,y\n1,2\n3,4\n");

        drop(robot, file);

        assertThat(setting("data")).isEqualTo("csv");
        assertThat(setting("file")).isEqualTo(file.toString());
        assertThat(setting("checksum"))
                .isEqualTo(PointTable.read(file, "").checksum().substring(0, 16));
        robot.interact(lab.settings()::undo);
        assertThat(fx(lab.settings()::spec)).isEqualTo(before);
    }

    @Test
    void whatWasTakenOfAFileIsSaidHoweverItCame(FxRobot robot) throws IOException {
        ready();
        drop(robot, points("a.csv", ",x,label,y\n0,1,a,2\n1,3,b,4\n# two\n2,5,c,6\n"));

        until(() -> text(robot, "message")
                .equals("Real data are now those of a.csv: 3 points of columns x, y; left out: column 1 (row numbers),"
                        + " column label (no numbers); passed over: 1 comment (line 4)."));
        assertThat(setting("columns")).isEqualTo("x,y");

        type(robot, "field-columns", "1,y");
        until(() -> text(robot, "message").contains("3 points of columns 1, y; left out: column x (not chosen)"));
    }

    @Test
    void whatIsWrongWithADroppedFileIsSaidAndChangesNothing(FxRobot robot) throws IOException {
        ready();
        RunSpec<?> before = fx(lab.settings()::spec);

        drop(robot, points("a.csv", "x,y\n1,2\n3,n/a\n5,6\n7,8\n"));

        assertThat(text(robot, "message")).contains("a.csv, line 3, column y: \"n/a\" is not a number");
        assertThat(fx(lab.settings()::spec)).isEqualTo(before);
    }

    @Test
    void anotherFileForgetsColumnsAndChecksum(FxRobot robot) throws IOException {
        ready();
        drop(robot, points("a.csv", "x,y\n1,2\n3,4\n"));
        type(robot, "field-columns", "y");
        assertThat(setting("columns")).isEqualTo("y");

        type(robot, "field-columns", "z");
        assertThat(text(robot, "refusal-columns")).contains("no column \"z\"", "choose from x, y");
        type(robot, "field-file", folder.resolve("missing.csv").toString());
        assertThat(text(robot, "refusal-file")).contains("There is no file");
        assertThat(setting("columns")).isEqualTo("y");

        String checksum = setting("checksum");
        type(robot, "field-file", points("b.csv", "u\n1\n2\n").toString());
        assertThat(setting("columns")).isEqualTo("u");
        assertThat(setting("checksum")).hasSize(16).isNotEqualTo(checksum);
    }

    @Test
    void aFileThatChangedIsTakenWhenItIsNamedAgain(FxRobot robot) throws IOException {
        ready();
        drop(robot, points("a.csv", "x,y\n1,2\n3,4\n"));
        Path file = points("a.csv", "x,y\n1,2\n3,4\n5,6\n");
        type(robot, "field-samples", "300");
        assertThat(text(robot, "refusal-samples")).contains("has changed since");

        type(robot, "field-file", file.toString());
        type(robot, "field-samples", "300");

        assertThat(setting("samples")).isEqualTo("300");
    }

    @Test
    void leavingAFileClearsItAndComingBackTakesIt(FxRobot robot) throws IOException {
        ready();
        Path file = points("a.csv", "x,y\n1,2\n3,4\n");
        drop(robot, file);

        fire(robot, "data-number");
        assertThat(fx(() -> lab.settings().spec().shortText())).doesNotContain("file", "checksum", "data");
        fire(robot, "data-csv");

        assertThat(setting("data")).isEqualTo("csv");
        assertThat(setting("file")).isEqualTo(file.toString());
    }

    @Test
    void aFileIsShownByItsNameUntilSomebodyTypesAndSetBackWithItsUse(FxRobot robot) throws IOException {
        ready();
        Path file = points("a.csv", "x,y\n1,2\n3,4\n");
        drop(robot, file);
        TextField field = robot.lookup("#field-file").queryAs(TextField.class);
        until(() -> field.getText().equals("a.csv"));
        robot.interact(field::requestFocus);
        until(() -> field.getText().equals(file.toString()));
        robot.interact(() -> robot.lookup("#timeline").query().requestFocus());
        until(() -> field.getText().equals("a.csv"));
        assertThat(setting("file")).isEqualTo(file.toString());

        fire(robot, "reset-file");
        assertThat(setting("data")).isEqualTo("number");
        assertThat(setting("file")).isEmpty();
    }

    @Test
    void theColumnsOfAFileAreOfferedAndTakenWhenTheMenuCloses(FxRobot robot) throws IOException {
        ready();
        drop(robot, points("a.csv", "x,label,y\n1,a,2\n3,b,4\n"));
        MenuButton menu = robot.lookup("#choose-columns").queryAs(MenuButton.class);
        robot.interact(menu::show);
        until(() -> menu.getItems().size() == 2);
        robot.interact(() -> {
            ((CheckBox) ((CustomMenuItem) menu.getItems().get(0)).getContent()).setSelected(false);
            menu.hide();
        });

        until(() -> setting("columns").equals("y"));
    }

    @Test
    void drawnPointsBecomeTheRealDataInOneStep(FxRobot robot) {
        ready();
        RunSpec<?> before = fx(lab.settings()::spec);
        canvas(robot);
        assertThat(fx(lab.settings()::spec)).as("nothing is drawn yet").isEqualTo(before);

        robot.moveTo("#sketch-canvas").press(MouseButton.PRIMARY).moveBy(30, 20).release(MouseButton.PRIMARY);
        until(() -> !text(robot, "sketch-count").startsWith("0 "));
        fire(robot, "sketch-done");

        until(() -> setting("data").equals("drawn"));
        PointTable table = PointTable.read(Path.of(setting("file")), "");
        assertThat(table.names()).containsExactly("x", "y");
        assertThat(Arrays.stream(table.axis(0))).allMatch(x -> Math.abs(x) < 4);
        until(() -> !visible(robot, "sketch-canvas"));
        robot.interact(lab.settings()::undo);
        assertThat(fx(lab.settings()::spec)).isEqualTo(before);
    }

    @Test
    void pointsAreErasedByTheOtherButtonOrAllAtOnce(FxRobot robot) {
        ready();
        canvas(robot);
        robot.moveTo("#sketch-canvas").press(MouseButton.PRIMARY).moveBy(60, 0).release(MouseButton.PRIMARY);
        int drawn = fx(() -> window.desk().files().sketch().orElseThrow().size());
        robot.press(MouseButton.SECONDARY).release(MouseButton.SECONDARY);
        assertThat(fx(() -> window.desk().files().sketch().orElseThrow().size()))
                .isBetween(1, drawn - 1);
        fire(robot, "sketch-clear");
        until(() -> text(robot, "sketch-count").equals("0 points"));
    }

    @Test
    void aCanvasWithoutPointsIsRefusedAndCancelLeavesEverything(FxRobot robot) {
        ready();
        RunSpec<?> before = fx(lab.settings()::spec);
        canvas(robot);
        fire(robot, "sketch-done");
        until(() -> text(robot, "sketch-note").contains("Draw some points first"));
        fire(robot, "sketch-cancel");
        until(() -> !visible(robot, "sketch-canvas"));
        assertThat(fx(lab.settings()::spec)).isEqualTo(before);

        canvas(robot);
        robot.moveTo("#sketch-canvas").moveTo("#draw-data").clickOn("#draw-data");
        until(() -> !visible(robot, "sketch-canvas"));
    }

    @Test
    void pointsAreDrawnByKeyboardAndDrawnOnLater(FxRobot robot) {
        ready();
        fire(robot, "draw-data");
        until(() -> visible(robot, "sketch-canvas") && window.desk().painter().idle());
        press(robot, KeyCode.SPACE);
        press(robot, KeyCode.RIGHT);
        press(robot, KeyCode.SPACE);
        press(robot, KeyCode.ENTER);
        until(() -> setting("data").equals("drawn"));

        fire(robot, "draw-data");
        until(() -> text(robot, "sketch-count").equals("10 points"));
        press(robot, KeyCode.ESCAPE);
        until(() -> !visible(robot, "sketch-canvas"));
    }

    @Test
    void theMeanStandsBesideTheMedianWithASentence(FxRobot robot) {
        ready();
        robot.interact(() -> robot.lookup("#timeline").query().requestFocus());
        press(robot, KeyCode.E);
        until(() -> robot.lookup("#chart-left-mean").queryAs(ToggleButton.class).isSelected());
        until(() -> text(robot, "chart-left-lies").contains("mean 1, median 1"));
        robot.interact(() ->
                robot.lookup("#chart-right-mean").queryAs(ToggleButton.class).fire());
        until(() -> !robot.lookup("#chart-left-lies").query().isVisible());
    }

    @Test
    void aChartNamesItsLawAndSaysWhereNoneIsKnown(FxRobot robot) {
        ready();
        until(() -> text(robot, "chart-left-law").contains("e^(-slope g/50)  ·  Test 2026"));
        robot.interact(() -> window.metrics(List.of("depth")));
        until(() -> robot.lookup("#chart-left .badge")
                .queryAs(Labeled.class)
                .getText()
                .equals("no law known"));
        assertThat(fx(() -> robot.lookup("#chart-left-law").query().isVisible()))
                .isFalse();
    }

    @Test
    void theVarianceThatIsLostIsFoundAgainInTheDrift(FxRobot robot) {
        ready();
        robot.interact(() -> window.metrics(List.of(ChartCard.CONSERVED)));
        ready();
        until(() -> text(robot, "chart-left-law").startsWith("spread 1.00 + drift −1.00 = 7.5×10⁻⁴ (law 7.5×10⁻⁴)"));
        until(() -> robot.lookup("#chart-left .playhead").queryAll().size() == 2);
        robot.interact(() -> robot.lookup("#chart-left .badge").queryAllAs(Button.class).stream()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .fire());
        until(() -> robot.lookup("#chart-left-law")
                .queryAs(Labeled.class)
                .getTooltip()
                .getText()
                .startsWith("Accumulate"));
    }

    @Test
    void anErrorThatCanBeTurnedIsTurnedInOneStep(FxRobot robot) {
        ready();
        RunSpec<?> before = fx(lab.settings()::spec);
        until(() -> robot.lookup("#error-statistical").query().isDisabled());
        assertThat(fx(() ->
                        robot.lookup("#error-expressivity").query().getParent().isVisible()))
                .isFalse();
        assertThat(text(robot, "error-statistical-line")).contains("stay few");
        robot.interact(() ->
                robot.lookup("#error-approximation").queryAs(ToggleButton.class).fire());
        until(() -> robot.lookup("#error-approximation-line").query().isVisible());
        assertThat(fx(() -> lab.settings().spec().text("way")
                        + lab.settings().spec().text("slope")))
                .isEqualTo("up2");
        robot.interact(lab.settings()::undo);
        assertThat(fx(lab.settings()::spec)).isEqualTo(before);
        until(() -> !robot.lookup("#error-approximation")
                .queryAs(ToggleButton.class)
                .isSelected());
    }

    @Test
    void pinsOnTheTimelineLeadToTheStagesOfCollapse(FxRobot robot) {
        ready();
        until(() -> robot.lookup(".pin").queryAll().size() == 4);
        Button late =
                robot.lookup(".pin.late").queryAllAs(Button.class).iterator().next();
        assertThat(fx(() -> late.getTooltip().getText()))
                .contains("generation 35", "Height below 0.5", "the next 2 generations");
        robot.clickOn(late);
        until(() -> lab.playback().cursor() == 35);
    }

    @Test
    void whatIsLostIsLoggedUpToThePlayhead(FxRobot robot) {
        ready();
        until(() -> text(robot, "lost").equals("Lost 0"));
        robot.interact(() -> {
            lab.playback().seek(40);
            window.desk().wake();
            robot.lookup("#lost").queryAs(ToggleButton.class).fire();
        });
        ready();
        until(() -> text(robot, "lost").equals("Lost 2"));
        until(() -> robot.lookup("#loss-lines .label").queryAllAs(Labeled.class).stream()
                        .filter(line -> line.getText().equals("generation 18: the upper part"))
                        .count()
                == 2);
        assertThat(text(robot, "lost-means")).isEqualTo("Lost: below 0.7.");
    }

    @Test
    void fourRegimesFitBesideEachOther(FxRobot robot) {
        ready();
        robot.interact(() -> lab.settings().compare(List.of(DataRegime.values()), refusal -> {}));
        ready();
        for (DataRegime regime : DataRegime.values()) {
            Labeled toggle = robot.lookup("#regime-" + regime.text()).queryAs(Labeled.class);
            assertThat(fx(() -> toggle.prefWidth(-1) <= toggle.getWidth())).isTrue();
            Labeled name =
                    robot.lookup("#panel-" + regime.text() + " .panel-name").queryAs(Labeled.class);
            assertThat(fx(() -> name.prefWidth(-1) <= name.getWidth() + 1)).isTrue();
        }
    }
}
