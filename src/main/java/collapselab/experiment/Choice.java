package collapselab.experiment;

import java.util.Locale;

/** One of a few named values of a parameter; implemented by enums. */
public interface Choice {
    /** The enum constant's name. */
    String name();

    /**
     * What is said of a choice.
     *
     * @param label how the screen calls it
     * @param help one line that explains it
     */
    record Words(String label, String help) {}

    /** What is said of it. */
    Words words();

    /** How the screen calls it. */
    default String label() {
        return words().label();
    }

    /** One line that explains it. */
    default String help() {
        return words().help();
    }

    /** How specs, files and the command line call it. */
    default String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
