package collapselab.view;

import collapselab.experiment.Law;
import collapselab.experiment.Metric;
import collapselab.experiment.Verdict;
import collapselab.session.Panel;
import collapselab.session.Run;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** How one panel stands against theory, in a few characters; the tooltip has the sentence, the formula and its source. */
final class Badge {
    private Badge() {}

    /** Shows the badges of a metric, one a panel; unchanged where they say the same already. */
    static void show(HBox badges, Facts facts, Metric metric) {
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
            show(
                    (Label) badges.getChildren().get(i),
                    findings.get(i),
                    run.panels().get(i),
                    none);
        }
    }

    private static void show(Label badge, Facts.Finding finding, Panel<?, ?> panel, boolean alone) {
        Verdict verdict = finding.verdict();
        String key = panel.regime() + "/" + alone + "/" + verdict;
        if (key.equals(badge.getUserData())) {
            return;
        }
        badge.setUserData(key);
        badge.setText(text(verdict));
        badge.setGraphic(alone ? null : Icons.marker(panel.regime(), 8));
        badge.getStyleClass().setAll("label", "badge", verdict.status().name().toLowerCase(java.util.Locale.ROOT));
        String law = finding.law().map(Badge::law).orElse("");
        String sentence = (alone ? "" : panel.regime().label() + ": ") + verdict.sentence() + ".";
        Nodes.tip(badge, sentence + law);
        badge.setAccessibleText(sentence + law);
    }

    private static String text(Verdict verdict) {
        return switch (verdict.status()) {
            case AGREES -> "✓ " + Numbers.value(Math.ceil(Math.abs(verdict.standardErrors()) * 10) / 10) + " SE";
            case DIFFERS ->
                "≠ " + Numbers.value(Math.ceil(Math.min(999, Math.abs(verdict.standardErrors())) * 10) / 10) + " SE";
            case OPEN -> "open";
            case NO_LAW -> "no law known";
        };
    }

    private static String law(Law law) {
        return "\n\n" + law.formula() + "\n" + law.source();
    }
}
