package collapselab.view;

import static collapselab.view.TestWindow.fire;
import static collapselab.view.TestWindow.fx;
import static collapselab.view.TestWindow.press;
import static collapselab.view.TestWindow.text;
import static collapselab.view.TestWindow.type;
import static collapselab.view.TestWindow.until;
import static collapselab.view.TestWindow.visible;
import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.RunSpec;
import collapselab.kernel.data.PointTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Files that are dropped on the window, chosen or drawn. */
@ExtendWith(ApplicationExtension.class)
final class OwnFilesWindowTest {
    @TempDir
    private Path folder;

    private TestWindow test;
    private LabWindow window;
    private Lab lab;

    @Start
    void start(Stage stage) {
        test = TestWindow.open(stage, folder);
        window = test.window();
        lab = test.lab();
    }

    @Stop
    void stop() {
        test.close();
    }

    private void canvas(FxRobot robot) {
        fire(robot, "data-drawn");
        until(() -> visible(robot, "sketch-canvas") && window.desk().painter().idle());
    }

    @Test
    void onlyParametersThatMeanSomethingAreShown(FxRobot robot) throws IOException {
        test.ready();
        assertThat(visible(robot, "field-file")).isFalse();
        assertThat(visible(robot, "field-columns")).isFalse();

        test.drop(robot, test.file("a.csv", "x,y\n1,2\n3,4\n"));

        until(() -> visible(robot, "field-file") && visible(robot, "field-columns"));
        until(() -> !visible(robot, "field-checksum"));
    }

    @Test
    void aDroppedFileBecomesTheRealDataInOneStep(FxRobot robot) throws IOException {
        test.ready();
        RunSpec<?> before = test.spec();
        Path file = test.file("a.csv", "x,y\n1,2\n3,4\n");

        test.drop(robot, file);

        assertThat(test.setting("data")).isEqualTo("csv");
        assertThat(test.setting("file")).isEqualTo(file.toString());
        assertThat(test.setting("checksum"))
                .isEqualTo(PointTable.read(file, "").checksum().substring(0, 16));
        robot.interact(lab.settings()::undo);
        assertThat(test.spec()).isEqualTo(before);
    }

    @Test
    void whatWasTakenOfAFileIsSaidHoweverItCame(FxRobot robot) throws IOException {
        test.ready();
        test.drop(robot, test.file("a.csv", ",x,label,y\n0,1,a,2\n1,3,b,4\n# two\n2,5,c,6\n"));

        until(() -> text(robot, "message")
                .equals("Real data are now those of a.csv: 3 points of columns x, y; left out: column 1 (row numbers),"
                        + " column label (no numbers); passed over: 1 comment (line 4)."));
        assertThat(test.setting("columns")).isEqualTo("x,y");

        type(robot, "field-columns", "1,y");
        until(() -> text(robot, "message").contains("3 points of columns 1, y; left out: column x (not chosen)"));
    }

    @Test
    void whatIsWrongWithADroppedFileIsSaidAndChangesNothing(FxRobot robot) throws IOException {
        test.ready();
        RunSpec<?> before = test.spec();

        test.drop(robot, test.file("a.csv", "x,y\n1,2\n3,n/a\n5,6\n7,8\n"));

        until(() -> text(robot, "message").contains("a.csv, line 3, column y: \"n/a\" is not a number"));
        assertThat(test.spec()).isEqualTo(before);
    }

    @Test
    void anotherFileForgetsColumnsAndChecksum(FxRobot robot) throws IOException {
        test.ready();
        test.drop(robot, test.file("a.csv", "x,y\n1,2\n3,4\n"));
        type(robot, "field-columns", "y");
        assertThat(test.setting("columns")).isEqualTo("y");

        type(robot, "field-columns", "z");
        until(() -> text(robot, "refusal-columns").contains("no column \"z\""));
        assertThat(text(robot, "refusal-columns")).contains("choose from x, y");
        type(robot, "field-file", folder.resolve("missing.csv").toString());
        until(() -> text(robot, "refusal-file").contains("There is no file"));
        assertThat(test.setting("columns")).isEqualTo("y");

        String checksum = test.setting("checksum");
        type(robot, "field-file", test.file("b.csv", "u\n1\n2\n").toString());
        assertThat(test.setting("columns")).isEqualTo("u");
        assertThat(test.setting("checksum")).hasSize(16).isNotEqualTo(checksum);
    }

    @Test
    void aFileThatChangedIsTakenWhenItIsNamedAgain(FxRobot robot) throws IOException {
        test.ready();
        test.drop(robot, test.file("a.csv", "x,y\n1,2\n3,4\n"));
        Path file = test.file("a.csv", "x,y\n1,2\n3,4\n5,6\n");
        type(robot, "field-samples", "300");
        until(() -> text(robot, "refusal-samples").contains("has changed since"));

        type(robot, "field-file", file.toString());
        type(robot, "field-samples", "300");

        assertThat(test.setting("samples")).isEqualTo("300");
    }

    @Test
    void leavingAFileClearsItAndComingBackTakesIt(FxRobot robot) throws IOException {
        test.ready();
        Path file = test.file("a.csv", "x,y\n1,2\n3,4\n");
        test.drop(robot, file);

        fire(robot, "data-number");
        assertThat(fx(() -> lab.settings().spec().shortText())).doesNotContain("file", "checksum", "data");
        fire(robot, "data-csv");

        assertThat(test.setting("data")).isEqualTo("csv");
        assertThat(test.setting("file")).isEqualTo(file.toString());
    }

    @Test
    void aFileIsShownByItsNameUntilSomebodyTypesAndSetBackWithItsUse(FxRobot robot) throws IOException {
        test.ready();
        Path file = test.file("a.csv", "x,y\n1,2\n3,4\n");
        test.drop(robot, file);
        TextField field = robot.lookup("#field-file").queryAs(TextField.class);
        until(() -> field.getText().equals("a.csv"));
        robot.interact(field::requestFocus);
        until(() -> field.getText().equals(file.toString()));
        robot.interact(() -> robot.lookup("#timeline").query().requestFocus());
        until(() -> field.getText().equals("a.csv"));
        assertThat(test.setting("file")).isEqualTo(file.toString());

        fire(robot, "reset-file");
        assertThat(test.setting("data")).isEqualTo("number");
        assertThat(test.setting("file")).isEmpty();
    }

    @Test
    void theColumnsOfAFileAreOfferedAndTakenWhenTheMenuCloses(FxRobot robot) throws IOException {
        test.ready();
        test.drop(robot, test.file("a.csv", "x,label,y\n1,a,2\n3,b,4\n"));
        MenuButton menu = robot.lookup("#choose-columns").queryAs(MenuButton.class);
        robot.interact(menu::show);
        until(() -> menu.getItems().size() == 2);
        robot.interact(() -> {
            ((CheckBox) ((CustomMenuItem) menu.getItems().get(0)).getContent()).setSelected(false);
            menu.hide();
        });

        until(() -> test.lab().settings().spec().text("columns").equals("y"));
    }

    @Test
    void drawnPointsBecomeTheRealDataInOneStep(FxRobot robot) {
        test.ready();
        RunSpec<?> before = test.spec();
        canvas(robot);
        assertThat(test.spec()).as("nothing is drawn yet").isEqualTo(before);

        robot.moveTo("#sketch-canvas").press(MouseButton.PRIMARY).moveBy(30, 20).release(MouseButton.PRIMARY);
        until(() -> !text(robot, "sketch-count").startsWith("0 "));
        fire(robot, "sketch-done");

        until(() -> test.lab().settings().spec().text("data").equals("drawn"));
        PointTable table = PointTable.read(Path.of(test.setting("file")), "");
        assertThat(table.names()).containsExactly("x", "y");
        assertThat(Arrays.stream(table.axis(0))).allMatch(x -> Math.abs(x) < 4);
        until(() -> !visible(robot, "sketch-canvas"));
        robot.interact(lab.settings()::undo);
        assertThat(test.spec()).isEqualTo(before);
    }

    @Test
    void pointsAreErasedByTheOtherButtonOrAllAtOnce(FxRobot robot) {
        test.ready();
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
        test.ready();
        RunSpec<?> before = test.spec();
        canvas(robot);
        fire(robot, "sketch-done");
        until(() -> text(robot, "sketch-note").contains("Draw some points first"));
        fire(robot, "sketch-cancel");
        until(() -> !visible(robot, "sketch-canvas"));
        assertThat(test.spec()).isEqualTo(before);

        canvas(robot);
        robot.moveTo("#sketch-canvas").moveTo("#draw-data").clickOn("#draw-data");
        until(() -> !visible(robot, "sketch-canvas"));
    }

    @Test
    void pointsAreDrawnByKeyboardAndDrawnOnLater(FxRobot robot) {
        test.ready();
        fire(robot, "draw-data");
        until(() -> visible(robot, "sketch-canvas") && window.desk().painter().idle());
        press(robot, KeyCode.SPACE);
        press(robot, KeyCode.RIGHT);
        press(robot, KeyCode.SPACE);
        press(robot, KeyCode.ENTER);
        until(() -> test.lab().settings().spec().text("data").equals("drawn"));

        fire(robot, "draw-data");
        until(() -> text(robot, "sketch-count").equals("10 points"));
        press(robot, KeyCode.ESCAPE);
        until(() -> !visible(robot, "sketch-canvas"));
    }
}
