package collapselab.experiment;

import collapselab.plot.Doubles;
import java.util.List;
import java.util.function.Function;

/** Verdicts on one generation alone. */
public final class Judging {
    private Judging() {}

    /** How chains stand against a metric's laws at a generation; a right law differs once in 25,000. */
    public static Verdict at(String metric, List<Law> laws, int generation, Function<String, Doubles> values) {
        var looks = new Verdict.Looks(List.of(generation), 1);
        return Verdict.of(metric, laws, looks, (id, g) -> ChainMoments.of(values.apply(id)));
    }
}
