package collapselab.cli;

import collapselab.export.AtomicFile;
import collapselab.export.ExportException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody who helps must know, in one file: the run, what the doctor finds and the end of the log. Names of the user's
 * folders, of the user and of the machine are left out.
 */
public final class Report {
    private static final int LINES = 400;
    /** The first lines of a report, which tell it from other files. */
    private static final Pattern BEGIN = Pattern.compile("Collapse Lab [^\\n]*, [^\\n]*\\n\\nSpec\\n");

    private static final int LONGEST_BEGIN = 400;
    /** Shorter names, such as "me", are parts of too many words. */
    private static final int SHORTEST_NAME = 3;

    private Report() {}

    /**
     * Writes a report of a program that has its window open.
     *
     * @param file where to
     * @param spec the run on the screen
     * @param terminal where the program was called
     * @param lab what is looked at
     * @throws ExportException if it cannot be written
     */
    public static void write(Path file, String spec, Terminal terminal, Lab lab) {
        List<Finding> findings = new Doctor(terminal, lab, Optional.empty()).findings(false);
        write(file, Doctor.text(findings), spec, terminal);
    }

    static void write(Path file, String findings, String spec, Terminal terminal) {
        String text = "Collapse Lab " + Build.read().version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + ", " + System.getProperty("os.arch") + "\n\nSpec\n"
                + (spec.isEmpty() ? "none" : withoutFolders(spec)) + "\n\nDoctor\n" + findings + "\nLog\n" + log();
        expectOlder(file);
        String anonymous = shortened(anonymous(text, personal(terminal)));
        AtomicFile.write(file, out -> out.write(anonymous.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Expects that no file of the name is there, or an empty one, or an older report.
     *
     * @throws ExportException if another one is
     */
    static void expectOlder(Path file) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String begin = new String(in.readNBytes(LONGEST_BEGIN), StandardCharsets.UTF_8);
            if (!begin.isEmpty() && !BEGIN.matcher(begin).lookingAt()) {
                throw new ExportException(file + " is no report, so none is written over it; choose another name.");
            }
        } catch (IOException e) {
            throw ExportException.of(file, e);
        }
    }

    /** A file that a spec names, without the folder it is in. */
    private static String withoutFolders(String spec) {
        return spec.replaceAll("(?<==)[^&]*[/\\\\](?=[^&/\\\\]*(&|$))", "");
    }

    /** Whole names of folders that are nobody's but the user's: only the last part of each stays. */
    static String shortened(String text) {
        return text.replaceAll("(?<![\\w:/.~])(?:[A-Za-z]:\\\\|/)(?:[^\\s/\\\\'\"&,;:()]+[/\\\\])+", ".../");
    }

    private static String log() {
        String name = System.getProperty("collapselab.log", "");
        Path file = Path.of(name);
        if (name.isEmpty() || !Files.isReadable(file)) {
            return "none\n";
        }
        try {
            // Byte by byte, so that a damaged character is no obstacle.
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size())) + "\n";
        } catch (IOException e) {
            return "cannot be read\n";
        }
    }

    /** What is personal, and what stands for it: the longer first, as a folder holds the user's name. */
    private static Map<String, String> personal(Terminal terminal) {
        Map<String, String> personal = new LinkedHashMap<>();
        Path here = terminal.find(Path.of("")).toAbsolutePath().normalize();
        personal.put(here.toString(), "HERE");
        Map<String, String> environment = terminal.environment();
        List.of("COLLAPSELAB_DATA", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
                .forEach(name -> personal.put(environment.getOrDefault(name, ""), name));
        personal.put(System.getProperty("user.home", ""), "~");
        personal.put(environment.getOrDefault("HOME", ""), "~");
        personal.put(System.getProperty("user.name", ""), "USER");
        personal.put(environment.getOrDefault("USER", ""), "USER");
        personal.put(environment.getOrDefault("HOSTNAME", ""), "HOST");
        try {
            personal.put(InetAddress.getLocalHost().getHostName(), "HOST");
        } catch (UnknownHostException e) {
            return personal; // a machine without a name gives none away
        }
        return personal;
    }

    /**
     * Replaces what is personal.
     *
     * @param personal what stands for what
     */
    static String anonymous(String text, Map<String, String> personal) {
        String anonymous = text;
        for (Map.Entry<String, String> entry : personal.entrySet().stream()
                .filter(e -> e.getKey().length() >= SHORTEST_NAME)
                .sorted((a, b) -> b.getKey().length() - a.getKey().length())
                .toList()) {
            String whole = "(?<![\\p{L}\\p{N}_])" + Pattern.quote(entry.getKey()) + "(?![\\p{L}\\p{N}_])";
            anonymous = Pattern.compile(whole, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(anonymous)
                    .replaceAll(entry.getValue());
        }
        return anonymous;
    }
}
