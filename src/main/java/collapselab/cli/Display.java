package collapselab.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a window can be shown here.
 *
 * @param linux whether this is Linux, where a display and the toolkit's libraries may be missing
 * @param present whether a display is named that the window can be opened on
 * @param wayland whether a display of Wayland's is named, which the window cannot use by itself
 * @param libraries the system's libraries
 */
public record Display(boolean linux, boolean present, boolean wayland, Libraries libraries) {
    static final String GTK = "libgtk-3.so.0";
    static final String XTEST = "libXtst.so.6";
    static final String PANGO = "libpangoft2-1.0.so.0";

    /** The display of this process. */
    public static Display of(Map<String, String> environment) {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return of(linux, environment, Libraries.of(environment));
    }

    static Display of(boolean linux, Map<String, String> environment, Libraries libraries) {
        boolean named = !environment.getOrDefault("DISPLAY", "").isBlank();
        boolean wayland = !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
        return new Display(linux, !linux || named, linux && wayland, libraries);
    }

    /** Whether the user sits at a desktop, and so expects a window. */
    public boolean wanted() {
        return present || wayland;
    }

    /** What is missing for a window, in one sentence. */
    public Optional<String> missingForWindow() {
        if (!present && wayland) {
            return Optional.of(
                    "The window needs X11, and this desktop offers only Wayland (DISPLAY is not set): install"
                            + " Xwayland and log in anew (Debian, Ubuntu: apt install xwayland; Fedora: dnf install"
                            + " xorg-x11-server-Xwayland), or start with --off-screen.");
        }
        return missingForGtk();
    }

    /** Which libraries are missing for a window, in one sentence. */
    Optional<String> missingForGtk() {
        if (!linux || has(List.of(GTK, XTEST))) {
            return Optional.empty();
        }
        return Optional.of("The window needs GTK 3, which is not installed: install libgtk-3-0 and libxtst6"
                + " (Debian, Ubuntu: apt install libgtk-3-0 libxtst6; Fedora: dnf install gtk3 libXtst),"
                + " or start with --off-screen.");
    }

    /** What is missing for pictures of the window without a display, in one sentence. */
    public Optional<String> missingForPictures() {
        if (!linux || has(List.of(PANGO))) {
            return Optional.empty();
        }
        return Optional.of("Pictures of the window need Pango, which is not installed: install libpangoft2-1.0-0"
                + " (Debian, Ubuntu: apt install libpangoft2-1.0-0; Fedora: dnf install pango).");
    }

    private boolean has(List<String> names) {
        return names.stream().allMatch(name -> libraries.find(name).isPresent());
    }
}
