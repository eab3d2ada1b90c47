package collapselab.cli;

import collapselab.cli.Screens.Shot;
import collapselab.cli.Screens.Theme;
import collapselab.experiment.Experiment;
import collapselab.experiment.Metric;
import collapselab.experiment.RunSpec;
import collapselab.export.OutputFile;
import collapselab.export.PictureSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a picture of the window. */
@Command(name = "screenshot", description = "Writes a picture of the window that shows a run; needs no display.")
final class ScreenshotCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    private final Call call;

    @Parameters(index = "0", paramLabel = "SPEC", description = "What to compute; \"list\" shows the parameters.")
    private String spec;

    @Parameters(index = "1", paramLabel = "F.png", description = "The picture to write.")
    private Path picture;

    @Option(names = "--generation", paramLabel = "G", description = "The generation to show; else the last.")
    private String generation;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1440x900",
            description = "Size of the window in pixels, else ${DEFAULT-VALUE}.")
    private String size;

    @Option(
            names = "--theme",
            paramLabel = "dark|light",
            defaultValue = "dark",
            description = "Its colours, else ${DEFAULT-VALUE}.")
    private String theme;

    @Option(
            names = "--charts",
            paramLabel = "M,M",
            split = ",",
            description =
                    "Two metrics to chart, else the first; conserved: where the variance went; mean: with the means.")
    private List<String> charts = List.of();

    @Option(names = "--seeds", paramLabel = "R", description = "Compute seeds seed ... seed+R-1; short for seeds=R.")
    private String seeds;

    @Option(names = "--data", paramLabel = "DIR", description = "The folder that holds mnist/.")
    private Path data;

    ScreenshotCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        List<Experiment<?, ?>> experiments = call.experiments(data);
        RunSpec<?> run = call.spec(spec, seeds, experiments);
        int shown = generation == null
                ? run.protocol().generations() - 1
                : Call.generation(run, generation, "--generation");
        Shot shot = shot(experiments, run);
        if (!picture.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new UsageException(
                    "The picture " + picture + " is written as PNG: give it a name that ends in .png.");
        }
        Path target = call.terminal().find(picture);
        call.inputs(run, data).protect(target);
        try (OutputFile file = OutputFile.create(target);
                ProgressLine line = new ProgressLine(call.terminal(), "computing")) {
            call.show(shot, Map.of(shown, file), Optional.empty(), line);
            file.commit();
        }
        return 0;
    }

    private Shot shot(List<Experiment<?, ?>> experiments, RunSpec<?> run) {
        Matcher sides = SIZE.matcher(size);
        if (!sides.matches()) {
            throw new UsageException("--size " + size + " is not a size: write such as --size 1440x900.");
        }
        int width = Integer.parseInt(sides.group(1));
        int height = Integer.parseInt(sides.group(2));
        PictureSize.expect(width, height);
        return new Shot(experiments, run, width, height, theme(), charts(run.experiment()));
    }

    private List<String> charts(Experiment<?, ?> experiment) {
        List<String> known =
                new ArrayList<>(experiment.metrics().stream().map(Metric::id).toList());
        known.addAll(List.of("conserved", "mean"));
        for (String chart : charts) {
            if (!known.contains(chart)) {
                throw new UsageException("--charts " + chart + " is not possible: use " + String.join(" or ", known)
                        + ", or two with a comma.");
            }
        }
        return charts;
    }

    private Theme theme() {
        for (Theme known : Theme.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(theme)) {
                return known;
            }
        }
        throw new UsageException("--theme " + theme + " is not possible: use dark or light.");
    }
}
