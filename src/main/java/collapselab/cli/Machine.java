package collapselab.cli;

import java.util.Optional;

/** What the window needs of this machine, each found by trying. */
public interface Machine {
    /** The user's home folder. */
    Home home();

    /** Why letters cannot be written on it, a sentence; empty if they can. */
    Optional<String> fonts();

    /** Why the window's libraries cannot be loaded on it, a sentence; empty if they can. */
    Optional<String> toolkit();

    /**
     * Opens the display for nothing but to see whether that can be done; this process can then open no window.
     *
     * @throws RuntimeException with a sentence for the user if it cannot
     */
    void tryDisplay();
}
