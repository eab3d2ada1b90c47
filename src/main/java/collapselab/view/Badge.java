package collapselab.view;

import collapselab.experiment.Law;
import collapselab.experiment.Metric;
import collapselab.experiment.Verdict;
import collapselab.session.Panel;
import collapselab.session.Run;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** How one panel stands against theory, in a few characters; the tooltip has the sentence, the formula and its source. */
final class Badge {
    private Badge() {}

    /**
     * Shows the badges of a metric, one a panel; unchanged where they say the same already.
     *
     * @param narrow whether there is room for a sign each only
     */
    static void show(HBox badges, Facts facts, Metric metric, boolean narrow) {
        List<Facts.Finding> findings = facts.findings().getOrDefault(metric.id(), List.of());
        Run run = facts.run().orElse(null);
        if (run == null || findings.size() != run.panels().size()) {
            badges.getChildren().clear();
            return;
        }
        boolean none = findings.stream().allMatch(f -> f.verdict().status() == Verdict.Status.NO_LAW);
        int wanted = none ? 1 : findings.size();
        while (badges.getChildren().size() > wanted) {
            badges.getChildren().remove(wanted);
        }
        while (badges.getChildren().size() < wanted) {
            Label badge = new Label();
            badge.setMinWidth(Region.USE_PREF_SIZE);
            badges.getChildren().add(badge);
        }
        for (int i = 0; i < wanted; i++) {
            Label badge = (Label) badges.getChildren().get(i);
            Panel<?, ?> panel = run.panels().get(i);
            String text = none ? "no law known" : text(findings.get(i).verdict(), narrow);
            show(badge, findings.get(i), text, none ? null : panel);
        }
    }

    /** @param panel whose finding it is; null where it is everyone's */
    private static void show(Label badge, Facts.Finding finding, String text, Panel<?, ?> panel) {
        Verdict verdict = finding.verdict();
        String key = (panel == null ? "" : panel.regime()) + "/" + text + "/" + verdict;
        if (key.equals(badge.getUserData())) {
            return;
        }
        badge.setUserData(key);
        badge.setText(text);
        badge.setGraphic(panel == null ? null : Icons.marker(panel.regime(), 8));
        badge.getStyleClass().setAll("label", "badge", verdict.status().name().toLowerCase(Locale.ROOT));
        String law = finding.law().map(Badge::law).orElse("");
        String sentence = (panel == null ? "" : panel.regime().label() + ": ") + verdict.sentence() + "." + law;
        Nodes.tip(badge, sentence);
        badge.setAccessibleText(sentence);
    }

    private static String text(Verdict verdict, boolean narrow) {
        String size = Numbers.value(Math.ceil(Math.min(999, Math.abs(verdict.standardErrors())) * 10) / 10) + " SE";
        return switch (verdict.status()) {
            case AGREES -> narrow ? "✓" : "✓ " + size;
            case DIFFERS -> narrow ? "≠" : "≠ " + size;
            case OPEN -> narrow ? "…" : "open";
            case NO_LAW -> narrow ? "–" : "no law";
        };
    }

    private static String law(Law law) {
        return "\n\n" + law.formula() + "\n" + law.source();
    }
}
