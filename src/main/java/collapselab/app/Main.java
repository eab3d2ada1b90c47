package collapselab.app;

import collapselab.cli.Cli;
import collapselab.cli.Display;
import collapselab.cli.Home;
import collapselab.cli.Terminal;
import collapselab.session.Failure;
import collapselab.session.StopSignal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Starts the window, or a command. */
public final class Main {
    private Main() {}

    /**
     * Starts the program.
     *
     * @param arguments a command line; none: the window, or files where there is no display
     */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true"); // JFreeChart would otherwise start AWT on the display
        // Words, numbers and their digits in one language, also those of libraries: the program speaks only this one.
        Locale.setDefault(Locale.ENGLISH);
        Terminal terminal = Terminal.ofProcess();
        int code = 1;
        try {
            code = start(arguments, terminal);
        } catch (Throwable e) { // the last place where it can be said
            terminal.say(Failure.sentence(e));
            LoggerFactory.getLogger(Main.class).error("cannot go on", e);
        }
        System.exit(code);
    }

    private static int start(String[] arguments, Terminal terminal) {
        Optional<String> unreadable = unreadable(arguments);
        if (unreadable.isPresent()) {
            terminal.say(unreadable.get());
            return 2;
        }
        Home home = Home.settle(terminal.environment());
        Log.prepare(terminal.environment());
        if (arguments.length == 0) {
            Display display = Display.of(terminal.environment());
            if (display.wanted()) {
                return window(display, home, terminal);
            }
        }
        try (StopSignal signal = StopSignal.ofSystem()) {
            return Cli.run(arguments, terminal, new Wiring(terminal.environment(), home), signal);
        }
    }

    /** What to do about an argument whose letters Java could not read, which it replaces by U+FFFD. */
    static Optional<String> unreadable(String... arguments) {
        return Stream.of(arguments)
                .filter(argument -> argument.indexOf('\uFFFD') >= 0)
                .findFirst()
                .map(argument -> "\"" + argument + "\" has letters that cannot be read in this locale, which is "
                        + System.getProperty("sun.jnu.encoding")
                        + ": start with LC_ALL=C.UTF-8, or another UTF-8 locale.");
    }

    private static int window(Display display, Home home, Terminal terminal) {
        Optional<String> missing = display.missingForWindow();
        if (missing.isPresent()) {
            terminal.say(missing.get());
            return 1;
        }
        home.trouble().ifPresent(terminal::say);
        new Wiring(terminal.environment(), home).openWindow();
        return 0;
    }
}
