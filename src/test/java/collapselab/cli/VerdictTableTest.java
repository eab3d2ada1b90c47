package collapselab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Verdict;
import collapselab.session.RunVerdicts.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTableTest {
    @Test
    void verdictsStandInColumns() {
        Verdict agrees = new Verdict(Verdict.Status.AGREES, 1, 0.1, "mean at most 1.0 standard errors from theory");
        Verdict none = new Verdict(Verdict.Status.NONE, Double.NaN, Double.NaN, "no exact law is known here");
        assertThat(VerdictTable.lines(List.of(
                        new Judged(DataRegime.REPLACE, "w2", agrees),
                        new Judged(DataRegime.ACCUMULATE, "tail_mass", none))))
                .containsExactly(
                        "replace     w2         agrees   mean at most 1.0 standard errors from theory",
                        "accumulate  tail_mass  none     no exact law is known here");
    }
}
