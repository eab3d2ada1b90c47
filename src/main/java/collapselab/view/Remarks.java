package collapselab.view;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Law;
import collapselab.session.Averages;
import collapselab.session.Balance;
import collapselab.session.Panel;
import collapselab.session.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What is said about a chart in quiet lines: the law one panel is judged by, and how far mean and median are apart. */
final class Remarks extends VBox {
    private final Label law = Nodes.label("", "remark");
    private final Label mean = Nodes.paragraph("", "remark", "mean-remark");
    private DataRegime marked;

    Remarks(String id) {
        law.setId(id + "-law");
        mean.setId(id + "-lies");
        getStyleClass().add("remarks");
        getChildren().addAll(law, mean);
        clear();
    }

    void clear() {
        Nodes.shown(law, false);
        Nodes.shown(mean, false);
    }

    /** Shows the laws of a metric in one panel. */
    void laws(Run run, List<Facts.Finding> findings, int panel) {
        boolean none = findings.stream().allMatch(finding -> finding.laws().isEmpty());
        Nodes.shown(law, !none);
        if (none) {
            return;
        }
        List<Law> laws = findings.get(panel).laws();
        DataRegime regime = run.panels().get(panel).regime();
        mark(run, regime);
        say(
                laws.isEmpty()
                        ? "No law is known under " + regime.label() + "."
                        : laws.get(0).formula() + "  ·  " + laws.get(0).source(),
                laws.isEmpty()
                        ? "No law is known under " + regime.label() + "."
                        : laws.stream().map(Remarks::whole).collect(Collectors.joining("\n\n")));
    }

    private static String whole(Law law) {
        String rest = law.otherwise()
                .map(other ->
                        "\nafter generation " + law.lastVisible() + ": " + other.formula() + "\n" + other.source())
                .orElse("");
        return Sentences.capital(law.kind().label()) + ": " + law.formula() + "\n" + law.source() + rest;
    }

    /** Shows where the variance of one panel went. */
    void balance(Run run, Optional<Balance> balance, int panel) {
        Panel<?, ?> of = run.panels().get(panel);
        Nodes.shown(law, balance.isPresent());
        Nodes.shown(mean, false);
        balance.ifPresent(now -> {
            mark(run, of.regime());
            Law conserved = of.conservation().orElseThrow().total();
            String sum = Sentences.balance(now);
            say(
                    sum + "  ·  " + conserved.formula() + "  ·  " + conserved.source(),
                    of.regime().label() + ": mean " + sum + ".\n\n" + conserved.formula() + "\n" + conserved.source());
        });
    }

    private void mark(Run run, DataRegime regime) {
        DataRegime wanted = run.panels().size() > 1 ? regime : null;
        if (wanted != marked) {
            marked = wanted;
            law.setGraphic(wanted == null ? null : Icons.marker(wanted, 8));
        }
    }

    private void say(String line, String whole) {
        law.setText(line);
        law.setAccessibleText(whole);
        Nodes.tip(law, whole);
    }

    /** Says of the panel whose mean misleads most how far it is from the median; hidden while nobody asks. */
    void mean(boolean on, Run run, List<Facts.Finding> findings) {
        int worst = 0;
        for (int i = 1; i < findings.size(); i++) {
            if (oneSided(findings.get(i)) > oneSided(findings.get(worst))) {
                worst = i;
            }
        }
        Optional<Averages> averages = findings.get(worst).averages().filter(a -> a.chains() > 1);
        Nodes.shown(mean, on && averages.isPresent());
        String who =
                run.panels().size() == 1 ? "" : run.panels().get(worst).regime().label();
        averages.ifPresent(found -> mean.setText(Sentences.averages(found, who)));
    }

    private static double oneSided(Facts.Finding finding) {
        return finding.averages().map(a -> Math.max(a.below(), a.above())).orElse(0.0);
    }
}
