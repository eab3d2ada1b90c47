package collapselab.app;

import collapselab.app.RandomCommand.Patience;
import collapselab.chart.Raster;
import collapselab.chart.Style;
import collapselab.chart.Theme;
import collapselab.experiment.ErrorSource;
import collapselab.experiment.Experiment;
import collapselab.experiment.Metric;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Setting;
import collapselab.experiment.SpecException;
import collapselab.experiment.Standing;
import collapselab.plot.Plot;
import collapselab.session.Before;
import collapselab.session.HeldAxes;
import collapselab.session.MetricChart;
import collapselab.session.Panel;
import collapselab.session.Plan;
import collapselab.session.Run;
import collapselab.session.Runner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What the window says and draws of a run, asked for without a window: pictures, laws, sentences, charts. */
final class RandomPanels implements AutoCloseable {
    private static final Pattern FORBIDDEN = Pattern.compile("NaN|Infinity|Exception|Something went wrong");

    private static final Style STYLE = new Style(Theme.DARK, 11);

    private final Runner runner = new Runner();
    private final Patience patience;

    /** Runs that are stopped where patience ends. */
    RandomPanels(Patience patience) {
        this.patience = patience;
    }

    /** All that is wrong. */
    List<String> faults(RunSpec<?> wanted) {
        RunSpec<?> spec;
        List<String> faults = new ArrayList<>();
        try {
            spec = Plan.of(wanted).spec();
        } catch (SpecException e) {
            return faults; // more than the window can hold: it says so
        }
        Semaphore changes = new Semaphore(0);
        Run run = runner.start(spec, changes::release);
        boolean stopped = !ended(run, changes, patience.run());
        if (stopped) {
            run.cancel();
            if (!ended(run, changes, patience.stop())) {
                faults.add("does not stop");
            }
            return faults;
        }
        run.failure().ifPresent(why -> faults.add("failed: " + why));
        if (run.state() == Run.State.DONE) {
            List<String> texts = new ArrayList<>(List.of(spec.toString(), spec.shortText(), spec.data()));
            run.panels().forEach(panel -> panel(panel, texts));
            Before before = new Before(run, "before");
            for (Metric metric : spec.experiment().metrics()) {
                draw(MetricChart.of(run, Optional.empty(), metric, metric.log(), true, new HeldAxes()), texts);
                draw(MetricChart.of(run, Optional.of(before), metric, !metric.log(), false, new HeldAxes()), texts);
            }
            said(spec, run, texts);
            texts.stream().filter(FORBIDDEN.asPredicate()).forEach(text -> faults.add("says " + text));
        }
        return faults;
    }

    private static boolean ended(Run run, Semaphore changes, double seconds) {
        long end = System.nanoTime() + (long) (1e9 * seconds);
        while (run.state() == Run.State.WAITING
                || run.state() == Run.State.RUNNING
                || run.state() == Run.State.PAUSED) {
            if (run.asks()) {
                run.resume();
            }
            try {
                boolean changed = changes.tryAcquire(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                changes.drainPermits();
                if (!changed || System.nanoTime() >= end) {
                    return false;
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return true;
    }

    private static void panel(Panel<?, ?> panel, List<String> texts) {
        int last = panel.recording().size() - 1;
        for (int g : new int[] {0, last / 2, last}) {
            panel.picture(g).forEach(plot -> draw(plot, texts));
            panel.standing(g).ifPresent(standing -> texts.add(standing.medians().toString()));
            panel.balance(g).ifPresent(balance -> texts.add(balance.toString()));
        }
        panel.laws().forEach(law -> texts.add(law.formula() + " " + law.source()));
        panel.events().forEach(event -> texts.add(event.toString()));
        panel.losses(last).forEach(loss -> texts.add(loss.names().toString()));
        panel.whatIsLost().ifPresent(texts::add);
        texts.add(panel.conservedVerdict().sentence());
    }

    private static void draw(Plot plot, List<String> texts) {
        texts.add(plot.title() + " " + plot.description());
        Raster.image(plot, 240, 160, 1, STYLE);
    }

    private static <P extends Record> void said(RunSpec<P> spec, Run run, List<String> texts) {
        List<Standing> standings = run.panels().stream()
                .flatMap(panel -> panel.standing(panel.recording().size() - 1).stream())
                .toList();
        texts.addAll(spec.experiment().explain(spec, standings));
        texts.addAll(spec.experiment().explain(spec, List.of()));
        for (Panel<?, ?> panel : run.panels()) {
            said(spec.experiment(), spec.setting(panel.regime()), texts);
            for (Metric metric : spec.experiment().metrics()) {
                texts.add(panel.verdict(metric.id()).sentence());
            }
        }
    }

    private static <P extends Record> void said(Experiment<P, ?> experiment, Setting<P> setting, List<String> texts) {
        for (ErrorSource source : experiment.errors(setting)) {
            texts.add(source.sentence());
        }
        experiment.milestones(setting).forEach(milestone -> texts.add(milestone.threshold()));
        experiment.conservation(setting).ifPresent(c -> texts.add(c.total().formula()));
        experiment.inventory(setting).ifPresent(things -> texts.add(things.lost()));
        texts.add(experiment.cost(setting).toString());
    }

    @Override
    public void close() {
        runner.close();
    }
}
