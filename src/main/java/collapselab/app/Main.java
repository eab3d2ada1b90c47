package collapselab.app;

import collapselab.cli.Cli;
import collapselab.cli.Display;
import collapselab.cli.Terminal;
import collapselab.session.StopSignal;
import java.util.Optional;

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
        Terminal terminal = Terminal.ofProcess();
        Log.prepare(terminal.environment());
        if (arguments.length == 0) {
            Display display = Display.of(terminal.environment());
            if (display.present()) {
                window(display, terminal);
                return;
            }
        }
        int code;
        try (StopSignal signal = StopSignal.ofSystem()) {
            code = Cli.run(arguments, terminal, new Wiring(terminal.environment()), signal);
        }
        System.exit(code);
    }

    private static void window(Display display, Terminal terminal) {
        Optional<String> missing = display.missingForWindow();
        if (missing.isPresent()) {
            terminal.say(missing.get());
            System.exit(1);
        }
        new Wiring(terminal.environment()).openWindow();
    }
}
