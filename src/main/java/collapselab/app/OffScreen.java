package collapselab.app;

import collapselab.cli.Build;
import collapselab.cli.Screens;
import collapselab.experiment.SpecException;
import collapselab.export.ExportException;
import collapselab.export.Gif;
import collapselab.export.Gif.Timing;
import collapselab.export.OutputFile;
import collapselab.export.Png;
import collapselab.kernel.Progress;
import collapselab.view.Screenshot;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

/**
 * Pictures and films of the window.
 *
 * @param machine says why they cannot be taken, if that is this machine's fault
 */
record OffScreen(ThisMachine machine) implements Screens {
    /** A film has at most this many frames, of this width: some megabytes that any chat or slide takes. */
    private static final int FRAMES = 41;

    private static final int FILM_WIDTH = 960;
    private static final Timing TIMING = new Timing(150, 2_000, true);

    @Override
    public void show(Shot shot, Map<Integer, OutputFile> pictures, Optional<OutputFile> film, Progress progress) {
        SortedSet<Integer> wanted = new TreeSet<>(pictures.keySet());
        SortedSet<Integer> filmed = film.isEmpty() ? new TreeSet<>() : spaced(wanted.last());
        wanted.addAll(filmed);
        List<BufferedImage> frames = new ArrayList<>();
        try {
            record(shot, pictures, filmed, List.copyOf(wanted), frames, progress);
        } catch (CancellationException | SpecException | Screenshot.FailedRun | ExportException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw machine.explained(e);
        }
        film.ifPresent(file ->
                Gif.write(file, frames.size(), frames::get, TIMING, shot.spec().toString()));
    }

    private static void record(
            Shot shot,
            Map<Integer, OutputFile> pictures,
            SortedSet<Integer> filmed,
            List<Integer> wanted,
            List<BufferedImage> frames,
            Progress progress) {
        Screenshot.record(
                shot.experiments(),
                shot.spec(),
                wanted,
                new Screenshot.Setup(
                        shot.width(),
                        shot.height(),
                        theme(shot),
                        100,
                        shot.spec().experiment().backend(),
                        shot.charts()),
                (generation, image) -> {
                    if (pictures.containsKey(generation)) {
                        String spec = shot.spec().toString();
                        Png.write(
                                pictures.get(generation),
                                image,
                                spec,
                                Build.read().version());
                    }
                    if (filmed.contains(generation)) {
                        frames.add(smaller(image));
                    }
                },
                progress);
    }

    private static collapselab.chart.Theme theme(Shot shot) {
        return switch (shot.theme()) {
            case DARK -> collapselab.chart.Theme.DARK;
            case LIGHT -> collapselab.chart.Theme.LIGHT;
        };
    }

    /** Generations from 0 to the last, evenly spaced. */
    private static SortedSet<Integer> spaced(int last) {
        int count = Math.min(FRAMES, last + 1);
        SortedSet<Integer> generations = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            generations.add(count == 1 ? 0 : Math.round((float) last * i / (count - 1)));
        }
        return generations;
    }

    private static BufferedImage smaller(BufferedImage image) {
        int height = Math.round((float) image.getHeight() * FILM_WIDTH / image.getWidth());
        BufferedImage small = new BufferedImage(FILM_WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = small.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(image, 0, 0, FILM_WIDTH, height, null);
        g.dispose();
        return small;
    }
}
