package collapselab.experiment;

import java.util.Locale;

/** One of a few named values of a parameter; implemented by enums. */
public interface Choice {
    /** The enum constant's name. */
    String name();

    /** How the screen calls it. */
    String label();

    /** One line that explains it. */
    String help();

    /** How specs, files and the command line call it. */
    default String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
