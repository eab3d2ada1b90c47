package collapselab.catalog.digits;

import collapselab.experiment.Setting;
import collapselab.plot.Axis;
import collapselab.plot.Bars;
import collapselab.plot.ImageGrid;
import collapselab.plot.Pixels;
import collapselab.plot.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Draws one generation of digits: samples, the film strip of the same latent codes, and the classes. */
final class DigitsPictures {
    private static final int SIDE = 28;

    /** At most this many generations stand in the film strip. */
    private static final int COLUMNS = 32;

    private DigitsPictures() {}

    static List<Plot> of(Setting<DigitsParameters> setting, List<DigitsSnapshot> history) {
        DigitsSnapshot shown = history.get(history.size() - 1);
        return List.of(grid(setting, shown), strip(setting, history), classes(setting, shown));
    }

    private static ImageGrid grid(Setting<DigitsParameters> setting, DigitsSnapshot shown) {
        String description = setting.regime().label() + ", generation " + shown.generation() + ": "
                + DigitsSnapshot.SAMPLES + " generated digits";
        return free(description, shown.samples());
    }

    /** Digits of which any may stand for the others. */
    static ImageGrid free(String description, Pixels digits) {
        return new ImageGrid("", description, ImageGrid.FREE, SIDE, SIDE, digits, List.of(), -1);
    }

    /** The codes' pictures, one column a generation; columns to come are left blank so that nothing moves. */
    private static ImageGrid strip(Setting<DigitsParameters> setting, List<DigitsSnapshot> history) {
        int total = setting.protocol().generations();
        int columns = Math.min(total, COLUMNS);
        int size = SIDE * SIDE;
        byte[] pixels = new byte[DigitsSnapshot.CODES * columns * size];
        List<String> names = new ArrayList<>();
        int last = history.size() - 1;
        int marked = -1;
        for (int column = 0; column < columns; column++) {
            int g = columns == 1 ? 0 : (int) Math.round((double) column * (total - 1) / (columns - 1));
            names.add(Integer.toString(g));
            if (g > last) {
                continue;
            }
            marked = column;
            Pixels from = history.get(g).strip();
            for (int code = 0; code < DigitsSnapshot.CODES; code++) {
                for (int p = 0; p < size; p++) {
                    pixels[(code * columns + column) * size + p] = (byte) from.get(code * size + p);
                }
            }
        }
        return new ImageGrid(
                "Same latent codes",
                DigitsSnapshot.CODES + " latent codes decoded by generations 0 to " + last,
                columns,
                SIDE,
                SIDE,
                Pixels.of(pixels),
                names,
                marked);
    }

    private static Bars classes(Setting<DigitsParameters> setting, DigitsSnapshot shown) {
        return new Bars(
                "Classes",
                "Share of each digit among the generated ones, as a classifier sees them, beside the real shares",
                Axis.linear("", 0, 1),
                IntStream.range(0, shown.shares().size())
                        .mapToObj(Integer::toString)
                        .toList(),
                shown.shares(),
                setting.regime().role(),
                shown.real());
    }
}
