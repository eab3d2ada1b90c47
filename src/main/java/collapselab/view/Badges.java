package collapselab.view;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Verdict;
import collapselab.session.Run;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** How the panels' whole curves stand against theory, a few characters each; a click shows the law that one is judged by. */
final class Badges extends HBox {
    private final Consumer<DataRegime> onChoose;

    /** @param onChoose told the regime whose law is wanted */
    Badges(Consumer<DataRegime> onChoose) {
        this.onChoose = onChoose;
        getStyleClass().add("badges");
    }

    /**
     * Shows a badge for each panel; unchanged where they say the same already.
     *
     * @param verdicts the outcomes in the order of the run's panels
     * @param chosen the panel whose law is shown
     * @param narrow whether there is room for a sign each only
     */
    void show(Run run, List<Verdict> verdicts, int chosen, boolean narrow) {
        boolean none = verdicts.stream().allMatch(v -> v.status() == Verdict.Status.NONE);
        int wanted = none ? 1 : verdicts.size();
        while (getChildren().size() > wanted) {
            getChildren().remove(wanted);
        }
        while (getChildren().size() < wanted) {
            Button badge = new Button();
            badge.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().add(badge);
        }
        for (int i = 0; i < wanted; i++) {
            Button badge = (Button) getChildren().get(i);
            DataRegime regime = none ? null : run.panels().get(i).regime();
            say(badge, regime, verdicts.get(i), none ? "no law known" : text(run, verdicts.get(i), narrow));
            Nodes.style(badge, "chosen", !none && wanted > 1 && i == chosen);
        }
    }

    void clear() {
        getChildren().clear();
    }

    /** @param regime whose verdict it is; null where it is everyone's */
    private void say(Button badge, DataRegime regime, Verdict verdict, String text) {
        String key = regime + "/" + text + "/" + verdict;
        if (key.equals(badge.getUserData())) {
            return;
        }
        badge.setUserData(key);
        badge.setText(text);
        badge.setGraphic(regime == null ? null : Icons.marker(regime, 8));
        badge.setOnAction(event -> onChoose.accept(regime));
        badge.setMouseTransparent(regime == null);
        badge.setFocusTraversable(regime != null);
        badge.getStyleClass().setAll("button", "badge", verdict.status().name().toLowerCase(Locale.ROOT));
        String sentence = (regime == null ? "" : regime.label() + ": ") + verdict.sentence() + ".";
        Nodes.tip(badge, sentence);
        badge.setAccessibleText(sentence);
    }

    /** The outcome in words, or as a sign; its numbers are in the tooltip. */
    private static String text(Run run, Verdict verdict, boolean narrow) {
        boolean alone = run.panels().size() == 1;
        return switch (verdict.status()) {
            case AGREES -> narrow ? "✓" : alone ? "✓ agrees with theory" : "✓ agrees";
            case DIFFERS -> narrow ? "≠" : alone ? "≠ differs from theory" : "≠ differs";
            case OPEN ->
                narrow
                        ? "…"
                        : "cannot be seen"
                                + (alone
                                        ? " with "
                                                + Numbers.whole(
                                                        run.spec().protocol().seeds()) + " chains"
                                        : "");
            case NONE -> narrow ? "–" : "no law";
        };
    }
}
