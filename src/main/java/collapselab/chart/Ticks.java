package collapselab.chart;

import collapselab.plot.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Round numbers for an axis: the finest set whose labels keep their distance. */
final class Ticks {
    private static final int MOST = 9;
    private static final double MANY = 2e4;
    private static final int[] STEPS = {1, 2, 5};

    private Ticks() {}

    /**
     * The ticks of an axis along pixels.
     *
     * @param scale the axis where it lies
     * @param extent the room a label takes along the axis
     * @param gap the least distance between labels
     */
    static List<Tick> of(Scale scale, ToDoubleFunction<String> extent, double gap) {
        List<Tick> ticks = List.of();
        for (List<Tick> candidate : scale.axis().log() ? logarithmic(scale.axis()) : linear(scale.axis())) {
            if (fits(candidate, scale, extent, gap)) {
                return candidate;
            }
            ticks = candidate;
        }
        return ticks.isEmpty() ? ticks : ticks.subList(0, 1);
    }

    /** Every so many of given ticks, such as names of categories, that they fit. */
    static List<Tick> thinned(List<Tick> all, Scale scale, ToDoubleFunction<String> extent, double gap) {
        for (int stride = 1; stride < all.size(); stride++) {
            List<Tick> some = new ArrayList<>();
            for (int i = 0; i < all.size(); i += stride) {
                some.add(all.get(i));
            }
            if (fits(some, scale, extent, gap)) {
                return some;
            }
        }
        return all.isEmpty() ? all : all.subList(0, 1);
    }

    private static boolean fits(List<Tick> ticks, Scale scale, ToDoubleFunction<String> extent, double gap) {
        for (int i = 1; i < ticks.size(); i++) {
            Tick before = ticks.get(i - 1);
            Tick tick = ticks.get(i);
            double distance = Math.abs(scale.at(tick.value()) - scale.at(before.value()));
            double labels = (extent.applyAsDouble(before.label()) + extent.applyAsDouble(tick.label())) / 2;
            if (distance < labels + gap || tick.label().equals(before.label())) {
                return false;
            }
        }
        return true;
    }

    /** Steps of 1, 2 and 5 times a power of ten, from fine to coarse. */
    private static List<List<Tick>> linear(Axis axis) {
        List<List<Tick>> sets = new ArrayList<>();
        double span = axis.max() - axis.min();
        int first = (int) Math.floor(Math.log10(span)) - 1;
        for (int power = first; power <= first + 2; power++) {
            for (int step : STEPS) {
                double size = step * Math.pow(10, power);
                if (span / size < MOST && !(axis.whole() && size < 1)) {
                    sets.add(multiples(axis, size));
                }
            }
        }
        return sets;
    }

    private static List<Tick> multiples(Axis axis, double step) {
        List<Tick> ticks = new ArrayList<>();
        double slack = 1e-9 * step;
        for (double k = Math.ceil((axis.min() - slack) / step); k * step <= axis.max() + slack; k++) {
            // Adding zero turns the -0.0 of a negative multiple into 0.
            double value = k * step + 0.0;
            ticks.add(new Tick(value, NumberText.of(value)));
        }
        return ticks;
    }

    /** 1, 2 and 5 of each decade, then 1 and 3, then powers of ten ever further apart; within a decade evenly spaced numbers. */
    private static List<List<Tick>> logarithmic(Axis axis) {
        List<List<Tick>> sets = new ArrayList<>();
        sets.add(decades(axis, 1, STEPS));
        if (sets.get(0).size() < 3) {
            return linear(axis);
        }
        sets.add(decades(axis, 1, new int[] {1, 3}));
        for (int stride : new int[] {1, 2, 3, 5, 10, 20, 50, 100}) {
            List<Tick> powers = decades(axis, stride, new int[] {1});
            if (powers.size() >= 2) {
                sets.add(powers);
            }
        }
        return sets;
    }

    private static boolean many(Axis axis) {
        return axis.max() / axis.min() > MANY;
    }

    private static List<Tick> decades(Axis axis, int stride, int[] steps) {
        List<Tick> ticks = new ArrayList<>();
        int first = Math.floorDiv((int) Math.floor(Math.log10(axis.min())), stride) * stride;
        for (int power = first; power <= Math.log10(axis.max()) + 1e-9; power += stride) {
            for (int step : steps) {
                double value = step * Math.pow(10, power);
                if (value >= axis.min() * (1 - 1e-9) && value <= axis.max() * (1 + 1e-9)) {
                    String label = many(axis) && step == 1 ? NumberText.powerOfTen(power) : NumberText.of(value);
                    ticks.add(new Tick(value, label));
                }
            }
        }
        return ticks;
    }
}
