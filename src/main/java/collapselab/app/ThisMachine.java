package collapselab.app;

import collapselab.cli.Home;
import collapselab.cli.Machine;
import collapselab.export.ExportException;
import collapselab.kernel.NativeFolder;
import collapselab.kernel.Unchecked;
import collapselab.view.Screenshot;
import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;

/**
 * What JavaFX needs of this machine. When it does not start it gives errors of its own inside, so each thing is tried then.
 *
 * @param environment the environment variables
 * @param home the user's home folder
 */
record ThisMachine(Map<String, String> environment, Home home) implements Machine {
    /** Its largest library; a later version may have a larger one. */
    private static final long LARGEST = 4_000_000;

    private static final int PATIENCE_SECONDS = 20;

    ThisMachine {
        environment = Map.copyOf(environment);
    }

    /** What failed, with a sentence where this machine is the reason. */
    RuntimeException explained(Throwable failure) {
        Optional<String> sentence = display(failure).or(this::toolkit).or(this::fonts);
        if (sentence.isPresent()) {
            return new ExportException(sentence.get(), failure);
        }
        return Unchecked.of(failure);
    }

    private Optional<String> display(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("Unable to open DISPLAY")) {
                return Optional.of(
                        "The display " + environment.getOrDefault("DISPLAY", "")
                                + ", which DISPLAY names, does not answer; correct or unset DISPLAY, or start with --off-screen.");
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> toolkit() {
        Path folder = folder();
        return new NativeFolder(folder)
                .obstacle(LARGEST)
                .map(reason -> "The libraries of the window (JavaFX) cannot be used from " + folder + ", for " + reason
                        + "; name another folder with COLLAPSELAB_JVM=-Djavafx.cachedir=DIR, DIR being one that programs"
                        + " may run from.");
    }

    /** As JavaFX chooses it: among the temporary files where the home folder does not take it. */
    private Path folder() {
        String named = System.getProperty("javafx.cachedir", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        return Files.isWritable(home.folder())
                ? home.folder().resolve(".openjfx").resolve("cache")
                : Path.of(System.getProperty("java.io.tmpdir"))
                        .resolve(".openjfx_" + System.getProperty("user.name", "anonymous"))
                        .resolve("cache");
    }

    @Override
    public Optional<String> fonts() {
        try {
            int families = GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length;
            if (families > 0) {
                new java.awt.Font(java.awt.Font.SANS_SERIF, java.awt.Font.PLAIN, 12)
                        .getStringBounds("x", new java.awt.font.FontRenderContext(null, true, true));
                if (toolkit().isEmpty()) {
                    toolkitsFont();
                }
                return Optional.empty();
            }
        } catch (RuntimeException | Error e) { // which one differs from version to version
            org.slf4j.LoggerFactory.getLogger(ThisMachine.class).warn("no fonts", e);
        }
        return Optional.of("There are no fonts on this machine; install some (Debian, Ubuntu: apt install fontconfig"
                + " fonts-dejavu-core; Fedora: dnf install fontconfig dejavu-sans-fonts).");
    }

    /** JavaFX asks fontconfig, where Java looks into folders: one may find what the other does not. */
    private void toolkitsFont() {
        if (environment.getOrDefault("DISPLAY", "").isBlank()) {
            Screenshot.withoutDisplay();
        }
        javafx.scene.text.Font.getDefault();
    }

    @Override
    public void tryDisplay() {
        Log.quietToolkit();
        CompletableFuture<Void> started = new CompletableFuture<>();
        CompletableFuture<Void> failed =
                CompletableFuture.runAsync(() -> Platform.startup(() -> started.complete(null)));
        try {
            CompletableFuture.anyOf(started, failed.thenCompose(done -> started))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | InterruptedException e) {
            throw new ExportException(
                    "The display " + environment.getOrDefault("DISPLAY", "") + " has not answered within "
                            + PATIENCE_SECONDS + " s; correct or unset DISPLAY, or start with --off-screen.",
                    e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw explained(e.getCause());
        }
    }
}
