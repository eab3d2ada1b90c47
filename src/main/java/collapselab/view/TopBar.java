package collapselab.view;

import collapselab.chart.Theme;
import collapselab.experiment.RunSpec;
import collapselab.session.Run;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first line of the window: what it is, whose paper it follows, what can be taken along, and how it looks. */
final class TopBar {
    /** What the bar can ask of the window. */
    interface Orders {
        void savePicture();

        void copyPicture();

        void saveCsv();

        void look(Look.Choice choice);

        void textSize(int percent);

        void stage();

        void fullScreen();

        void help();
    }

    /** With more room, in heights of the base text, it says what computes. */
    private static final double ROOMY = 94;

    /** With less, what can be taken along is told by icons only. */
    private static final double WORDY = 80;

    private final Desk desk;
    private final Label paper = Nodes.label("", "chip");
    private final Label backend = Nodes.label("", "chip", "backend-chip");

    private final MenuButton looks = new MenuButton("", Nodes.icon(Feather.MOON));
    private final Label size = Nodes.label("", "text-size");
    private final Button csv;
    private final List<Button> pills;
    private final Button undo;
    private final Button redo;
    private final HBox box = new HBox();
    private String told = "";

    TopBar(Desk desk, Orders orders) {
        this.desk = desk;
        FontIcon mark = Nodes.icon(Feather.APERTURE);
        Label name = Nodes.label("Collapse Lab", "brand");
        name.setGraphic(mark);
        name.setMinWidth(Region.USE_PREF_SIZE);
        undo = Nodes.iconButton(
                Feather.CORNER_UP_LEFT,
                "Undo a change of settings (Ctrl+Z)",
                desk.lab().settings()::undo);
        undo.setId("undo");
        redo = Nodes.iconButton(
                Feather.CORNER_UP_RIGHT,
                "Redo a change of settings (Ctrl+Y)",
                desk.lab().settings()::redo);
        redo.setId("redo");
        Button picture = pill(Feather.IMAGE, "Picture", "Save the panels and charts as a picture (Ctrl+E)");
        picture.setId("save-picture");
        picture.setOnAction(event -> orders.savePicture());
        Button copy = pill(Feather.COPY, "Copy", "Copy the panels and charts as a picture (Ctrl+Shift+C)");
        copy.setId("copy-picture");
        copy.setOnAction(event -> orders.copyPicture());
        csv = pill(Feather.DOWNLOAD, "CSV", "Save the numbers of this run as a CSV file (Ctrl+Shift+E)");
        csv.setId("save-csv");
        csv.setOnAction(event -> orders.saveCsv());
        Button stage = Nodes.iconButton(Feather.AIRPLAY, "Layout for the back row (S)", orders::stage);
        stage.setId("stage-button");
        Button full = Nodes.iconButton(Feather.MAXIMIZE, "Full screen (F11)", orders::fullScreen);
        full.setId("full-screen-button");
        pills = List.of(picture, copy, csv);
        Button help = Nodes.iconButton(Feather.HELP_CIRCLE, "Keyboard (? or F1)", orders::help);
        help.setId("help-button");
        box.getStyleClass().add("top-bar");
        box.getChildren().addAll(name, paper, Nodes.gap(), undo, redo, picture, copy, csv);
        box.getChildren().addAll(textSize(orders), looks(orders), stage, full, help, backend);
    }

    HBox node() {
        return box;
    }

    private static Button pill(Feather icon, String text, String does) {
        Button button = new Button(text, Nodes.icon(icon));
        button.getStyleClass().add("pill");
        button.setTooltip(Nodes.tip(does));
        button.setAccessibleText(does);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private HBox textSize(Orders orders) {
        Button smaller = Nodes.iconButton(
                Feather.MINUS,
                "Smaller text (Ctrl −)",
                () -> orders.textSize(desk.look().percent() - 10));
        Button larger = Nodes.iconButton(
                Feather.PLUS,
                "Larger text (Ctrl +)",
                () -> orders.textSize(desk.look().percent() + 10));
        smaller.setId("text-smaller");
        larger.setId("text-larger");
        size.setMinWidth(Region.USE_PREF_SIZE);
        size.setId("text-size");
        size.setTooltip(Nodes.tip("Text size (Ctrl 0: 100 %)"));
        HBox group = new HBox(smaller, size, larger);
        group.getStyleClass().add("text-sizes");
        group.setMinWidth(Region.USE_PREF_SIZE);
        return group;
    }

    private MenuButton looks(Orders orders) {
        ToggleGroup group = new ToggleGroup();
        for (Look.Choice choice : Look.Choice.values()) {
            RadioMenuItem item = new RadioMenuItem(choice.label());
            item.setId("look-" + choice.name().toLowerCase(java.util.Locale.ROOT));
            item.setToggleGroup(group);
            item.setUserData(choice);
            item.setOnAction(event -> orders.look(choice));
            looks.getItems().add(item);
        }
        looks.setId("looks");
        looks.getStyleClass().add("icon-menu");
        looks.setTooltip(Nodes.tip("Theme"));
        looks.setMinWidth(Region.USE_PREF_SIZE);
        return looks;
    }

    /** What computes, and on which device. */
    void backend(String text) {
        told = text;
        int details = text.indexOf(" (");
        backend.setMinWidth(Region.USE_PREF_SIZE);
        backend.setText((details < 0 ? text : text.substring(0, details)).toUpperCase(java.util.Locale.ROOT));
        backend.setTooltip(Nodes.tip("Networks are trained on: " + text));
    }

    void show() {
        RunSpec<?> spec = desk.lab()
                .shown()
                .<RunSpec<?>>map(Run::spec)
                .orElse(desk.lab().settings().spec());
        String cite = spec.regimes().get(0).citation();
        paper.setText(Sentences.paper(cite) + "  ·  " + spec.experiment().title());
        Nodes.tip(paper, cite);
        // The status bar says it too: here only where there is room.
        double em = desk.look().em();
        Nodes.shown(backend, !told.isEmpty() && box.getWidth() > ROOMY * em);
        boolean wordy = box.getWidth() > WORDY * em;
        pills.forEach(pill -> pill.setContentDisplay(wordy ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
        csv.setDisable(desk.lab().shown().map(Run::furthest).orElse(0) == 0);
        undo.setDisable(!desk.lab().settings().canUndo());
        redo.setDisable(!desk.lab().settings().canRedo());
        size.setText(desk.look().percent() + " %");
        Theme theme = desk.look().theme();
        Feather icon = theme.projector() ? Feather.MONITOR : theme.dark() ? Feather.MOON : Feather.SUN;
        if (((FontIcon) looks.getGraphic()).getIconCode() != icon) {
            ((FontIcon) looks.getGraphic()).setIconCode(icon);
        }
        looks.setAccessibleText("Theme: " + desk.look().choice().label());
        looks.getItems().forEach(item -> ((RadioMenuItem) item)
                .setSelected(item.getUserData() == desk.look().choice()));
    }
}
