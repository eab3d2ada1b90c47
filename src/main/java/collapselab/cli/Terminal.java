package collapselab.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command was called.
 *
 * @param out standard output; unlike {@link System#out} it tells when it takes nothing
 * @param err standard error
 * @param interactive whether a person watches standard error
 * @param environment the environment variables
 * @param directory where relative paths start
 * @param outFile a name of the file, pipe or device that standard output is, where the system has one
 */
public record Terminal(
        OutputStream out,
        PrintWriter err,
        boolean interactive,
        Map<String, String> environment,
        Path directory,
        Optional<Path> outFile) {
    public Terminal {
        environment = Map.copyOf(environment);
    }

    /** One whose standard output has no name. */
    public Terminal(
            OutputStream out, PrintWriter err, boolean interactive, Map<String, String> environment, Path directory) {
        this(out, err, interactive, environment, directory, Optional.empty());
    }

    /** The terminal of this process. */
    public static Terminal ofProcess() {
        return new Terminal(
                new FileOutputStream(FileDescriptor.out),
                new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                watched(),
                System.getenv(),
                Path.of(""),
                Optional.of(Path.of("/proc/self/fd/1")).filter(Files::exists)); // Linux has it
    }

    private static boolean watched() {
        Path linux = Path.of("/proc/self/fd/2");
        try {
            if (Files.exists(linux)) {
                String file = Files.readSymbolicLink(linux).toString();
                return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty") || file.equals("/dev/console");
            }
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
        return terminal(System.console());
    }

    /** Whether a console is one that a person sees: since Java 22 there is always one, which says so itself. */
    private static boolean terminal(Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** A path as the user named it, found from where the command was called. */
    public Path find(Path path) {
        return directory.toString().isEmpty() ? path : directory.resolve(path);
    }

    /** Prints text on standard output. */
    public void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Prints a line on standard error. */
    public void say(String line) {
        err.println(line);
        err.flush();
    }
}
