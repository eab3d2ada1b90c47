package collapselab.view;

import collapselab.session.Playback;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Home, back, play, forward, end; the timeline; which generation is shown; how fast it plays. */
final class TransportBar implements Arranger.Obeying {
    private static final double[] SPEEDS = {0.25, 0.5, 1, 2, 4, 8, 16};

    private final Desk desk;
    private final Button play;
    private final Timeline timeline;
    private final MenuButton speed = new MenuButton();
    private final Label generation = Nodes.label("", "generation");
    private final Label total = Nodes.label("", "generation-total");
    private final HBox where = new HBox(generation, total);
    private final MenuButton more = new MenuButton("", Nodes.icon(Feather.MENU));
    private final HBox box = new HBox();
    private boolean playing;

    TransportBar(Desk desk) {
        this.desk = desk;
        timeline = new Timeline(desk);
        play = Nodes.iconButton(Feather.PLAY, "Play or pause (Space)", this::toggle, "play");
        play.setId("play");
        HBox buttons = new HBox(
                button(Feather.SKIP_BACK, "First generation (Home)", "home", () -> playback()
                        .seek(0)),
                button(Feather.CHEVRON_LEFT, "One generation back (Left; Ctrl: ten)", "back", () -> playback()
                        .step(-1)),
                play,
                button(Feather.CHEVRON_RIGHT, "One generation on (Right; Ctrl: ten)", "forward", () -> playback()
                        .step(1)),
                button(Feather.SKIP_FORWARD, "Last generation (End)", "end", this::end));
        buttons.getStyleClass().add("transport-buttons");
        speed.setId("speed");
        speed.getStyleClass().add("chooser");
        speed.setMinWidth(HBox.USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (double factor : SPEEDS) {
            RadioMenuItem item = new RadioMenuItem(times(factor));
            item.setToggleGroup(group);
            item.setUserData(factor);
            item.setOnAction(event -> speed(factor));
            speed.getItems().add(item);
        }
        generation.setId("generation");
        generation.setMinWidth(HBox.USE_PREF_SIZE);
        total.setMinWidth(HBox.USE_PREF_SIZE);
        HBox.setHgrow(timeline, Priority.ALWAYS);
        where.getStyleClass().add("where");
        where.setMinWidth(HBox.USE_PREF_SIZE);
        box.getStyleClass().add("transport");
        more.setId("more");
        more.getStyleClass().add("chooser");
        more.setMinWidth(HBox.USE_PREF_SIZE);
        more.setTooltip(Nodes.tip("What else can be done here"));
        more.setAccessibleText("What else can be done here");
        box.getChildren().addAll(buttons, speed, timeline, where, more);
    }

    HBox node() {
        return box;
    }

    /** What can be done on the stage, where there is no other bar. */
    void offer(List<Action> actions) {
        for (Action action : actions) {
            MenuItem item = new MenuItem(action.label() + "  (" + action.keys() + ")");
            item.setMnemonicParsing(false);
            item.setId("more-" + action.id());
            item.setOnAction(event -> action.run().run());
            more.getItems().add(item);
        }
    }

    @Override
    public void arrange(Arrangement now) {
        Nodes.shown(speed, !now.stage());
        Nodes.shown(where, !now.stage());
        Nodes.shown(more, now.stage());
        more.setText(now.wished() ? "Esc leaves" : desk.look().percent() + " %");
        timeline.bare(now.stage());
    }

    private Playback playback() {
        return desk.lab().playback();
    }

    private Button button(Feather icon, String does, String id, Runnable action) {
        Button button = Nodes.iconButton(
                icon,
                does,
                () -> {
                    action.run();
                    desk.wake();
                },
                "transport-button");
        button.setId(id);
        return button;
    }

    void toggle() {
        if (playback().playing()) {
            playback().pause();
        } else {
            playback().play();
        }
        desk.wake();
    }

    private void end() {
        playback().seek(playback().total() - 1);
    }

    /** One step faster or slower. */
    void faster(int steps) {
        int now = 0;
        for (int i = 0; i < SPEEDS.length; i++) {
            if (SPEEDS[i] <= playback().speed()) {
                now = i;
            }
        }
        speed(SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, now + steps))]);
    }

    private void speed(double factor) {
        playback().speed(factor);
        desk.wake();
    }

    private static String times(double factor) {
        return Numbers.value(factor) + "×";
    }

    void show() {
        if (playback().playing() != playing) {
            playing = playback().playing();
            ((FontIcon) play.getGraphic()).setIconCode(playing ? Feather.PAUSE : Feather.PLAY);
            play.setAccessibleText(playing ? "Pause" : "Play");
        }
        speed.setText(times(playback().speed()));
        speed.setAccessibleText("Speed " + times(playback().speed()));
        for (var item : speed.getItems()) {
            ((RadioMenuItem) item)
                    .setSelected(item.getUserData().equals(playback().speed()));
        }
        int shown = playback().shown();
        generation.setText(shown < 0 ? "Generation –" : "Generation " + Numbers.whole(shown));
        total.setText("/ " + Numbers.whole(playback().total() - 1L));
        timeline.show();
    }
}
