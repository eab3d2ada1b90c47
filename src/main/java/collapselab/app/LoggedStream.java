package collapselab.app;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what libraries print on the terminal, such as the stacks of JavaFX and ND4J, line by line into the log. The program's
 * own words go by {@link collapselab.cli.Terminal}, which does not pass here.
 */
final class LoggedStream extends OutputStream {
    private final Logger log;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean logging;

    private LoggedStream(String name) {
        log = LoggerFactory.getLogger(name);
    }

    /** In place of {@link System#out} and {@link System#err}. */
    static void install() {
        System.setOut(new PrintStream(new LoggedStream("stdout"), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new LoggedStream("stderr"), true, StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void write(int b) {
        if (b != '\n') {
            line.write(b);
            return;
        }
        String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
        line.reset();
        if (!text.isEmpty() && !logging) { // a log that cannot be written may complain here
            logging = true;
            log.warn(text);
            logging = false;
        }
    }
}
