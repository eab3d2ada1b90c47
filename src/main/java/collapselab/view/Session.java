package collapselab.view;

import collapselab.experiment.Experiment;
import collapselab.session.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The runs of this session, newest first. The runs of one drag are one entry. */
final class Session {
    /** Each holds its recording; older ones are forgotten. */
    private static final int MOST = 24;

    private final List<Run> runs = new ArrayList<>();
    private boolean begun = true;

    /** What is added next is an entry of its own. */
    void begin() {
        begun = true;
    }

    /** Lists a run, in the place of the last one if that belongs to the same change of settings. */
    void add(Run run) {
        if (runs.contains(run)) {
            return;
        }
        boolean same = !runs.isEmpty()
                && runs.get(0).spec().experiment().equals(run.spec().experiment());
        if (!begun && same) {
            runs.remove(0);
        }
        runs.removeIf(old -> old.spec().equals(run.spec()) && !Lab.unfinished(old));
        begun = false;
        runs.add(0, run);
        if (runs.size() > MOST) {
            runs.remove(runs.size() - 1);
        }
    }

    List<Run> runs() {
        return List.copyOf(runs);
    }

    /** The newest run of an experiment. */
    Optional<Run> last(Experiment<?, ?> experiment) {
        return runs.stream()
                .filter(run -> run.spec().experiment().equals(experiment))
                .findFirst();
    }
}
