package collapselab.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the log off the terminal: warnings and the stacks of failures go to a file in the user's state folder, or to the
 * file that {@code -Dcollapselab.log=FILE} names, as {@link LogConfiguration} sets it up.
 */
final class Log {
    static final String PROPERTY = "collapselab.log";

    private Log() {}

    /** Made when JavaFX is; held, since java.util.logging forgets loggers that nobody holds, and their filters with them. */
    private static final class Toolkit {
        static final Logger LOGGER = Logger.getLogger("javafx");
    }

    /** Names the log file, before anything logs. */
    static void prepare(Map<String, String> environment) {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(
                    PROPERTY, folder(environment).resolve("collapse-lab.log").toString());
        }
        LoggedStream.install();
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> LoggerFactory.getLogger(Log.class).error("in {}", thread.getName(), failure));
    }

    private static Path folder(Map<String, String> environment) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", ""));
        if (system.startsWith("windows")) {
            String local = environment.get("LOCALAPPDATA");
            return (local == null ? home.resolve("AppData/Local") : Path.of(local)).resolve("collapse-lab");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library/Logs/collapse-lab");
        }
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        return (state.startsWith("/") ? Path.of(state) : home.resolve(".local/state")).resolve("collapse-lab");
    }

    /** Drops JavaFX' remark that it runs from the class path, which is meant. */
    static void quietToolkit() {
        Toolkit.LOGGER.setFilter(
                entry -> entry.getMessage() == null || !entry.getMessage().contains("Unsupported JavaFX"));
    }
}
