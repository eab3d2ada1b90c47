package collapselab.view;

import collapselab.catalog.Catalog;
import collapselab.chart.Theme;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.kernel.data.DigitSource;
import collapselab.session.Run;
import collapselab.session.Warmup;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;

/**
 * The real window at 1440x900, off screen, software rendering: from a change of the sample size to the pictures of all panels
 * (100 chains of 2,000 generations under three regimes), and the interval between frames while a recording plays, alone and
 * while an autoencoder trains. With ids or specs of live experiments as arguments: of each, from a change of its sample size
 * to the first new picture, to those of all panels, and to the whole ensemble, which is waited for only so long ({@code -Dwhole},
 * seconds): a drag does not wait either, and of some experiments it takes minutes.
 */
public final class WindowBenchmark {
    private static final String ENSEMBLE =
            "gaussian?generations=2000&regime=replace,accumulate,subsample&seeds=100&samples=";
    private static final int CHANGES = Integer.getInteger("changes", 120);
    private static final int UNCOUNTED = 20;

    /** How long the ensemble of a change is waited for before the next change, in seconds. */
    private static final double WHOLE = Double.parseDouble(System.getProperty("whole", "0.4"));

    /** How long whatever else has to come is waited for, in seconds. */
    private static final double LONG = 60;

    private static final double SECONDS_OF_FRAMES = Double.parseDouble(System.getProperty("seconds", "15"));

    private final List<Experiment<?, ?>> experiments =
            Catalog.experiments(DigitSource.of(Optional.empty(), System.getenv()));
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final List<Double> arrivals = new ArrayList<>();
    private LabWindow window;

    private WindowBenchmark() {}

    /** Runs it all and prints medians and 95 % quantiles. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", "Monocle");
        System.setProperty("monocle.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("headless.geometry", "1920x1200-32");
        System.setProperty("java.awt.headless", "true");
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        int code = 1;
        try {
            new WindowBenchmark().run(arguments);
            code = 0;
        } catch (Exception e) {
            e.printStackTrace();
        }
        System.exit(code); // the toolkit's threads would wait for ever
    }

    private void run(String... arguments) throws Exception {
        open();
        for (String text : arguments) {
            latency(text);
        }
        if (arguments.length > 0) {
            return;
        }
        Warmup.run(experiments);
        slider();
        frames("nothing moves", false);
        frames("playing", true);
        train();
        frames("playing while an autoencoder trains", true);
    }

    private RunSpec<?> spec(String text) {
        return RunSpec.parse(text, experiments);
    }

    private void open() {
        onFx(() -> {
            window = new LabWindow(
                    experiments,
                    new Look(Look.Choice.of(Theme.DARK), 100),
                    new Desk.Options(Exports.NONE, false, false));
            Stage stage = new Stage();
            stage.setScene(window.scene());
            stage.setWidth(1440);
            stage.setHeight(900);
            window.open(spec(ENSEMBLE + 100), true);
            stage.show();
        });
        goOn(this::done);
        onFx(() -> window.desk().lab().playback().seek(1_000));
    }

    private boolean done() {
        return window.desk()
                .lab()
                .shown()
                .filter(r -> r.state() == Run.State.DONE)
                .isPresent();
    }

    /** One change of an experiment's sample size after another, each as soon as the last one's ensemble is whole, or overdue. */
    private void latency(String text) throws Exception {
        RunSpec<?> given = spec(text);
        RunSpec<?> first = text.contains("?") ? given : RunSpec.opening(given.experiment());
        onFx(() -> {
            window.open(first, true);
            window.desk().wake();
        });
        goOn(() -> pictured(first.text("samples")) && !window.desk().lab().stale());
        onFx(() -> window.desk().lab().playback().seek(first.protocol().generations() / 2));
        onFx(() -> window.desk().lab().drag(true));
        List<Double> one = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            String samples = Integer.toString(first.protocol().samples() + 1 + (i * 37) % 99);
            CompletableFuture<Double> earliest = new CompletableFuture<>();
            CompletableFuture<Double> time = new CompletableFuture<>();
            long start = System.nanoTime();
            onFx(() -> change(samples, earliest, time));
            double last = time.get((long) LONG, TimeUnit.SECONDS);
            boolean ended = until(() -> settled(samples), WHOLE);
            if (i >= UNCOUNTED) {
                one.add(earliest.join());
                all.add(last);
                whole.add(ended ? (System.nanoTime() - start) * 1e-6 : Double.POSITIVE_INFINITY);
            }
        }
        onFx(() -> window.desk().lab().drag(false));
        print(text + ": slider to the first new picture", one);
        print(text + ": slider to pictures of all panels", all);
        print(text + ": slider to the whole ensemble", whole);
    }

    private boolean settled(String samples) {
        return done() && pictured(samples);
    }

    /** Whether the run with a sample size is on screen; one that asks whether it may take long may. */
    private boolean pictured(String samples) {
        window.desk().lab().asking().ifPresent(Run::resume);
        return window.desk()
                .lab()
                .shown()
                .filter(run -> run.computed() > 0 && run.spec().text("samples").equals(samples))
                .isPresent();
    }

    /** One change after another, each as soon as the last one's pictures are there. */
    private void slider() {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            String samples = Integer.toString(101 + (i * 37) % 99);
            CompletableFuture<Double> time = new CompletableFuture<>();
            onFx(() -> change(samples, new CompletableFuture<>(), time));
            double millis = time.join();
            if (i >= UNCOUNTED) {
                times.add(millis);
            }
        }
        print("slider to the first chains of all panels", arrivals.subList(UNCOUNTED, CHANGES));
        print("slider to pictures of all panels", times);
        goOn(this::done);
    }

    private void change(String samples, CompletableFuture<Double> earliest, CompletableFuture<Double> time) {
        Set<ImageView> missing = new HashSet<>();
        for (DataRegime regime : window.desk().lab().settings().spec().regimes()) {
            pictures(window.scene().lookup("#panel-" + regime.text()), missing);
        }
        long start = System.nanoTime();
        for (ImageView view : List.copyOf(missing)) {
            view.imageProperty().addListener(new javafx.beans.InvalidationListener() {
                @Override
                public void invalidated(javafx.beans.Observable image) {
                    boolean fresh = window.desk()
                            .lab()
                            .shown()
                            .filter(run -> run.spec().text("samples").equals(samples))
                            .isPresent();
                    view.getImage();
                    if (fresh) {
                        image.removeListener(this);
                        missing.remove(view);
                        earliest.complete((System.nanoTime() - start) * 1e-6);
                        if (missing.isEmpty()) {
                            time.complete((System.nanoTime() - start) * 1e-6);
                        }
                    }
                }
            });
        }
        window.desk().lab().settings().set("samples", samples);
        window.desk().wake();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                window.desk().lab().asking().ifPresent(Run::resume);
                boolean fresh = window.desk()
                        .lab()
                        .shown()
                        .filter(run -> run.spec().text("samples").equals(samples))
                        .isPresent();
                if (fresh) {
                    stop();
                    arrivals.add((System.nanoTime() - start) * 1e-6);
                }
            }
        }.start();
    }

    private static void pictures(Node node, Set<ImageView> into) {
        if (node instanceof Surface surface) {
            surface.getChildrenUnmodifiable().stream()
                    .filter(ImageView.class::isInstance)
                    .map(ImageView.class::cast)
                    .filter(view -> view.getImage() != null && view.isVisible())
                    .forEach(into::add);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> pictures(child, into));
        }
    }

    private void frames(String what, boolean playing) {
        List<Double> intervals = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Void> over = new CompletableFuture<>();
        onFx(() -> {
            window.desk().lab().playback().seek(0);
            window.desk().lab().playback().speed(1);
            if (playing) {
                window.desk().lab().playback().play();
            }
            window.desk().wake();
            new AnimationTimer() {
                private long first;
                private long last;

                @Override
                public void handle(long unused) {
                    long now = System.nanoTime();
                    if (first == 0) {
                        first = now;
                    } else {
                        intervals.add((now - last) * 1e-6);
                    }
                    last = now;
                    if ((now - first) * 1e-9 > SECONDS_OF_FRAMES) {
                        stop();
                        over.complete(null);
                    }
                }
            }.start();
        });
        over.join();
        print("frame interval, " + what, intervals);
    }

    /** Starts a long training in the background and comes back to the Gaussian. */
    private void train() {
        Run[] before = new Run[1];
        onFx(() -> {
            before[0] = window.desk().lab().shown().orElseThrow();
            window.desk().lab().settings().open(spec("digits?generations=20&regime=replace"));
            window.desk().lab().start();
            window.desk().wake();
        });
        goOn(() -> window.desk()
                .lab()
                .expensive()
                .filter(run -> run.furthest() > 0)
                .isPresent());
        onFx(() -> window.desk().lab().restore(before[0]));
    }

    private void print(String what, List<Double> millis) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        out.println(String.format(
                Locale.ROOT,
                "%s: median %.1f ms, 95 %% under %.1f ms, longest %.1f ms (%d)",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get((int) (sorted.size() * 0.95)),
                sorted.get(sorted.size() - 1),
                sorted.size()));
    }

    private static void onFx(Runnable work) {
        CompletableFuture.runAsync(work, Platform::runLater).join();
    }

    /** Waits for what must come. */
    private static void goOn(BooleanSupplier condition) {
        if (!until(condition, LONG)) {
            throw new IllegalStateException("waited in vain");
        }
    }

    /** Waits, pulse by pulse, until something is true on the FX thread, or so many seconds are over; says which. */
    private static boolean until(BooleanSupplier condition, double seconds) {
        CompletableFuture<Boolean> met = new CompletableFuture<>();
        long end = System.nanoTime() + (long) (1e9 * seconds);
        onFx(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                boolean is = condition.getAsBoolean();
                if (is || System.nanoTime() > end) {
                    stop();
                    met.complete(is);
                }
            }
        }.start());
        return met.join();
    }
}
