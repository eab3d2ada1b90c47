package collapselab.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a window can be shown here.
 *
 * @param linux whether this is Linux, where a display and the toolkit's libraries may be missing
 * @param present whether there is a display
 * @param libraries the system's libraries
 */
public record Display(boolean linux, boolean present, Libraries libraries) {
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
        boolean named = !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
        return new Display(linux, !linux || named, libraries);
    }

    /** What is missing for a window, in one sentence. */
    public Optional<String> missingForWindow() {
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
