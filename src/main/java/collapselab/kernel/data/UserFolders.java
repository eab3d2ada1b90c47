package collapselab.kernel.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where this program keeps files of a user's. On Linux as the XDG Base Directory Specification 0.8 says, whose variables come
 * first elsewhere, too; they must be absolute.
 */
public final class UserFolders {
    private static final String NAME = "collapse-lab";

    private UserFolders() {}

    /** For what the user made, such as drawn points; may not exist. */
    public static Path data() {
        return data(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", "")));
    }

    /** %APPDATA% on Windows, ~/Library/Application Support on macOS, else ~/.local/share; before all of them XDG_DATA_HOME. */
    static Path data(Map<String, String> environment, String system, Path userHome) {
        Path fallback = windows(system)
                ? absolute(environment.get("APPDATA"))
                        .orElse(userHome.resolve("AppData").resolve("Roaming"))
                : userHome.resolve(
                        mac(system) ? Path.of("Library", "Application Support") : Path.of(".local", "share"));
        return absolute(environment.get("XDG_DATA_HOME")).orElse(fallback).resolve(NAME);
    }

    /** %LOCALAPPDATA% on Windows, ~/Library/Caches on macOS, else ~/.cache; before all of them XDG_CACHE_HOME. */
    static Path cache(Map<String, String> environment, String system, Path userHome) {
        Path fallback = windows(system)
                ? absolute(environment.get("LOCALAPPDATA"))
                        .orElse(userHome.resolve("AppData").resolve("Local"))
                : userHome.resolve(mac(system) ? Path.of("Library", "Caches") : Path.of(".cache"));
        return absolute(environment.get("XDG_CACHE_HOME")).orElse(fallback).resolve(NAME);
    }

    private static boolean windows(String system) {
        return system.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private static boolean mac(String system) {
        return system.toLowerCase(Locale.ROOT).startsWith("mac");
    }

    private static Optional<Path> absolute(String name) {
        return Optional.ofNullable(name)
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
