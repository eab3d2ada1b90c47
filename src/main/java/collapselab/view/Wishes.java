package collapselab.view;

import collapselab.view.Arrangement.Part;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the user wants of the window's arrangement.
 *
 * @param folded the parts that are folded away on the desk
 * @param stage whether the layout for the back row is wanted
 * @param opened the column that is opened for a moment where columns have no room
 */
record Wishes(Set<Part> folded, boolean stage, Optional<Part> opened) {
    /** Everything open, at a desk. */
    static final Wishes NONE = new Wishes(Set.of(), false, Optional.empty());

    Wishes {
        folded = Set.copyOf(folded);
    }

    /** Folds a part away, or opens it again; on the stage a column opens for a moment, and one at a time. */
    Wishes toggle(Part part, boolean onStage) {
        if (onStage && part != Part.CHARTS) {
            return opening(opened.equals(Optional.of(part)) ? Optional.empty() : Optional.of(part));
        }
        Set<Part> now = EnumSet.noneOf(Part.class);
        now.addAll(folded);
        if (!now.remove(part)) {
            now.add(part);
        }
        return folding(now);
    }

    Wishes folding(Set<Part> parts) {
        return new Wishes(parts, stage, opened);
    }

    Wishes staging(boolean on) {
        return new Wishes(folded, on, Optional.empty());
    }

    Wishes opening(Optional<Part> part) {
        return new Wishes(folded, stage, part);
    }

    /** Whether a part is to be seen, on the desk or on the stage. */
    boolean shows(Part part, boolean onStage) {
        boolean moment = onStage && part != Part.CHARTS;
        return moment ? opened.equals(Optional.of(part)) : !folded.contains(part);
    }
}
