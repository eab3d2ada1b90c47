package collapselab.view;

import collapselab.chart.Theme;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.experiment.SpecException;
import collapselab.export.PictureSize;
import collapselab.export.Png;
import collapselab.kernel.Progress;
import collapselab.kernel.Unchecked;
import collapselab.session.Run;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.stage.Stage;

/** Pictures of the real window, taken off screen, with no display. */
public final class Screenshot {
    /**
     * How the window looks in pictures.
     *
     * @param width of the window's content, in pixels
     * @param height of the window's content, in pixels
     * @param theme its colours
     * @param textSize in per cent
     * @param backend what the backend chip says; empty for none
     * @param metrics what the charts show; empty for the experiment's first
     */
    public record Setup(int width, int height, Theme theme, int textSize, String backend, List<String> metrics) {
        public Setup {
            metrics = List.copyOf(metrics);
        }

        /** At 100 % text. */
        public Setup(int width, int height, Theme theme) {
            this(width, height, theme, 100, "", List.of());
        }
    }

    /** A run that could not be shown because it failed; the message is one sentence for people. */
    public static final class FailedRun extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FailedRun(String sentence) {
            super(sentence);
        }
    }

    private final LabWindow window;
    private final List<Integer> generations;
    private final BiConsumer<Integer, BufferedImage> taker;
    private final Progress progress;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private Stage stage;
    private int next;

    private Screenshot(
            LabWindow window, List<Integer> generations, BiConsumer<Integer, BufferedImage> taker, Progress progress) {
        this.window = window;
        this.generations = generations;
        this.taker = taker;
        this.progress = progress;
    }

    /**
     * Takes a picture and writes it as PNG with the spec in it; returns when the file is whole.
     *
     * @param experiments what the window lists
     * @param spec what it runs
     * @param generation what it shows
     * @param setup how it looks
     * @param version the program's, for the file
     * @param png where
     * @throws SpecException if the run has no such generation, or the picture no such size
     * @throws FailedRun if the run fails
     */
    public static void take(
            List<Experiment<?, ?>> experiments,
            RunSpec<?> spec,
            int generation,
            Setup setup,
            String version,
            Path png) {
        List<BufferedImage> pictures = new ArrayList<>();
        record(experiments, spec, List.of(generation), setup, (g, image) -> pictures.add(image), Progress.NONE);
        Png.write(png, pictures.get(0), spec.toString(), version);
    }

    /**
     * Takes a picture of each of some generations, in their order.
     *
     * @param taker gets them on the FX thread, one at a time
     * @param progress how far the run is, told on the FX thread, and whether it must stop
     */
    public static void record(
            List<Experiment<?, ?>> experiments,
            RunSpec<?> spec,
            List<Integer> generations,
            Setup setup,
            BiConsumer<Integer, BufferedImage> taker,
            Progress progress) {
        for (int generation : generations) {
            if (generation < 0 || generation >= spec.protocol().generations()) {
                throw new SpecException("There is no generation " + generation + ": this run has generations 0 to "
                        + (spec.protocol().generations() - 1) + ".");
            }
        }
        PictureSize.expect(setup.width(), setup.height());
        startToolkit();
        CompletableFuture<Screenshot> opened = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                opened.complete(open(experiments, spec, generations, setup, taker, progress));
            } catch (RuntimeException | Error e) {
                opened.completeExceptionally(e);
            }
        });
        Unchecked.join(opened.thenCompose(shot -> shot.done));
    }

    /** Has the toolkit of this process work without a display, unless it runs already. */
    public static void withoutDisplay() {
        System.setProperty("glass.platform", "Monocle");
        System.setProperty("monocle.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("headless.geometry", PictureSize.MOST_WIDTH + "x" + PictureSize.MOST_HEIGHT + "-32");
        System.setProperty("java.awt.headless", "true");
    }

    /** Starts the headless toolkit, unless one runs already. */
    private static void startToolkit() {
        withoutDisplay();
        CompletableFuture<Void> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(null));
            Platform.setImplicitExit(false);
            started.join();
        } catch (IllegalStateException e) {
            started.complete(null);
        }
    }

    private static Screenshot open(
            List<Experiment<?, ?>> experiments,
            RunSpec<?> spec,
            List<Integer> generations,
            Setup setup,
            BiConsumer<Integer, BufferedImage> taker,
            Progress progress) {
        Look look = new Look(Look.Choice.of(setup.theme()), setup.textSize());
        LabWindow window = new LabWindow(experiments, look, new Desk.Options(Exports.NONE, true, false));
        Screenshot screenshot = new Screenshot(window, generations, taker, progress);
        screenshot.stage = new Stage();
        screenshot.stage.setScene(window.scene());
        screenshot.stage.setWidth(setup.width());
        screenshot.stage.setHeight(setup.height());
        window.backend(setup.backend());
        window.open(spec, true);
        window.metrics(setup.metrics());
        screenshot.stage.show();
        screenshot.await();
        return screenshot;
    }

    /** Takes each picture as soon as its generation is computed in every panel. */
    private void await() {
        new AnimationTimer() {
            private CompletableFuture<Void> settled;

            @Override
            public void handle(long now) {
                try {
                    progress.report(
                            window.desk().lab().shown().map(Run::fraction).orElse(0.0));
                    if (settled == null) {
                        if (ready()) {
                            window.desk().lab().playback().seek(generations.get(next));
                            settled = window.settle();
                        }
                    } else if (settled.isDone()) {
                        settled = null;
                        shoot();
                        if (next == generations.size()) {
                            stop();
                            close();
                        }
                    }
                } catch (RuntimeException | Error e) {
                    stop();
                    done.completeExceptionally(e);
                    close();
                }
            }
        }.start();
    }

    /** A cheap run is waited for whole, so that the picture does not depend on when it was taken. */
    private boolean ready() {
        Lab lab = window.desk().lab();
        if (!lab.settings().problem().isEmpty()) {
            throw new SpecException(lab.settings().problem());
        }
        window.desk().guard().last().ifPresent(why -> {
            throw new FailedRun(why);
        });
        lab.asking().ifPresent(Run::resume); // whoever asks for a picture has asked for the run
        Run run = lab.shown().orElse(null);
        if (run == null) {
            return false;
        }
        if (run.state() == Run.State.FAILED) {
            throw new FailedRun(run.failure().orElse("The run failed."));
        }
        boolean enough = run.computed() > generations.get(next);
        if (enough && next == generations.size() - 1 && !run.spec().experiment().live()) {
            run.pause();
        }
        return enough && (!run.spec().experiment().live() || !Lab.unfinished(run));
    }

    private void shoot() {
        BufferedImage shot = SwingFXUtils.fromFXImage(window.snapshot(), null);
        taker.accept(generations.get(next), shot);
        next++;
    }

    private void close() {
        stage.hide();
        window.desk().lab().shown().ifPresent(Run::cancel);
        window.close();
        done.complete(null);
    }
}
