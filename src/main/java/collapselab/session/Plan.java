package collapselab.session;

import collapselab.experiment.RunSpec;
import collapselab.experiment.SpecException;
import java.util.Optional;

/**
 * A run that can be computed.
 *
 * @param spec its settings, checked, with what follows from files filled in
 * @param data where its real data come from, for captions
 * @param taken what was taken of a file of the user's and what was passed over; empty where none is read
 */
public record Plan(RunSpec<?> spec, String data, Optional<String> taken) {
    /**
     * Finds out whether settings can be computed here, and kept to be looked at. May read files and take seconds.
     *
     * @throws SpecException if they are impossible, a file they name is refused, or they do not fit into memory
     */
    public static Plan of(RunSpec<?> wanted) {
        Footprint.checkLength(wanted);
        RunSpec<?> spec = wanted.settled();
        Plan plan = new Plan(spec, spec.data(), spec.taken());
        Footprint.ofRecorded(spec).check();
        return plan;
    }
}
