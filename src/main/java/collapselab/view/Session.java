package collapselab.view;

import collapselab.experiment.Experiment;
import collapselab.session.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The runs of this session, newest first. The runs of one drag are one entry. Each holds its recording: the oldest are forgotten
 * where together they would take too much memory.
 */
final class Session {
    private static final int MOST = 24;

    private final long mostBytes;

    private final List<Run> runs = new ArrayList<>();
    private boolean begun = true;

    /** A session whose runs may take an eighth of Java's memory. */
    Session() {
        this(Runtime.getRuntime().maxMemory() / 8);
    }

    /** @param mostBytes what the runs may take together; the newest stays, whatever it takes */
    Session(long mostBytes) {
        this.mostBytes = mostBytes;
    }

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
        trim();
    }

    /** Forgets the oldest runs that are more, or take more, than there is room for; one that is not finished stays. */
    private void trim() {
        long bytes = 0;
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            boolean room = i < MOST && bytes + run.bytes() <= mostBytes;
            if (i == 0 || room || Lab.unfinished(run)) {
                bytes += run.bytes();
            } else {
                runs.remove(i--);
            }
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
