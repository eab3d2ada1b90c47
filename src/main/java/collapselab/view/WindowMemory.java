package collapselab.view;

import collapselab.experiment.Knob;
import collapselab.export.AtomicFile;
import collapselab.export.ExportException;
import collapselab.view.Arrangement.Part;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the window was left, in a small file of the user's. Lost or damaged, it is as at the first start.
 *
 * @param width of the content; 0 for the default
 * @param height of the content; 0 for the default
 * @param maximized whether it filled the screen
 * @param look its theme
 * @param textSize in per cent
 * @param spec the settings on the controls; empty for the default
 * @param folded the parts that are folded away
 * @param opened the groups of settings that are open
 */
record WindowMemory(
        double width,
        double height,
        boolean maximized,
        Look.Choice look,
        int textSize,
        String spec,
        Set<Part> folded,
        Set<Knob.Group> opened) {
    /** As at the first start. */
    static final WindowMemory NONE = new WindowMemory(0, 0, false, Look.Choice.DARK, 100, "", Set.of(), Set.of());

    WindowMemory {
        folded = Set.copyOf(folded);
        opened = Set.copyOf(opened);
    }

    /** Where it is kept. */
    static Path file() {
        return file(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home"))
                .resolve("collapse-lab")
                .resolve("window.properties");
    }

    static Path file(Map<String, String> environment, String system, String home) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("win") && environment.containsKey("APPDATA")) {
            return Path.of(environment.get("APPDATA"));
        }
        if (os.contains("mac")) {
            return Path.of(home, "Library", "Application Support");
        }
        return Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .orElse(Path.of(home, ".config"));
    }

    /**
     * How it was left.
     *
     * @param say told where the file is damaged; a file that is not there yet is no trouble
     */
    static WindowMemory load(Path file, Consumer<String> say) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return new WindowMemory(
                    Double.parseDouble(properties.getProperty("width", "0")),
                    Double.parseDouble(properties.getProperty("height", "0")),
                    Boolean.parseBoolean(properties.getProperty("maximized")),
                    Look.Choice.valueOf(properties.getProperty("look", NONE.look.name())),
                    Integer.parseInt(properties.getProperty("textSize", "100")),
                    properties.getProperty("spec", ""),
                    named(properties.getProperty("folded", ""), Part.class),
                    named(properties.getProperty("opened", ""), Knob.Group.class));
        } catch (NoSuchFileException e) {
            return NONE;
        } catch (IOException | IllegalArgumentException e) {
            say.accept("The file with the settings of last time, " + file
                    + ", cannot be read: these are the first settings, and it will be written anew.");
            return NONE;
        }
    }

    private static <E extends Enum<E>> Set<E> named(String names, Class<E> type) {
        return Stream.of(names.split(","))
                .filter(name -> !name.isBlank())
                .map(name -> Enum.valueOf(type, name))
                .collect(Collectors.toSet());
    }

    private static String names(Set<? extends Enum<?>> set) {
        return set.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    /** Keeps it; where that cannot be done the next start is like the first. */
    void save(Path file) {
        Properties properties = new Properties();
        properties.setProperty("width", Double.toString(width));
        properties.setProperty("height", Double.toString(height));
        properties.setProperty("maximized", Boolean.toString(maximized));
        properties.setProperty("look", look.name());
        properties.setProperty("textSize", Integer.toString(textSize));
        properties.setProperty("spec", spec);
        properties.setProperty("folded", names(folded));
        properties.setProperty("opened", names(opened));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(
                    file,
                    out -> properties.store(
                            new OutputStreamWriter(out, StandardCharsets.UTF_8),
                            "How the window of Collapse Lab was left"));
        } catch (IOException | ExportException e) {
            org.slf4j.LoggerFactory.getLogger(WindowMemory.class).warn("cannot write {}", file, e);
        }
    }
}
