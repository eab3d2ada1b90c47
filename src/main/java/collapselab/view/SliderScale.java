package collapselab.view;

import collapselab.experiment.Knob;
import collapselab.experiment.Range;
import collapselab.experiment.Schema;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * How a parameter lies on a slider and reads in its field: positions run from 0 to 1 and are divided as the knob says, and a
 * fraction with the unit % is written times one hundred.
 */
final class SliderScale {
    /** A slider's steps are at most this part of its range. */
    private static final double STEPS = 100;

    private final Knob knob;
    private final double min;
    private final double max;
    private final boolean whole;

    SliderScale(Schema.Field field, Range range) {
        knob = field.knob();
        min = range.min();
        max = range.max();
        whole = field.kind() == Schema.Kind.WHOLE;
    }

    private boolean log() {
        return knob.scale() == Knob.Scale.LOG && min > 0;
    }

    /** Whether a fraction is shown in per cent. */
    boolean percent() {
        return knob.unit().equals("%") && max <= 1;
    }

    /** Where a value lies, 0 to 1; values beyond the slider lie at its ends. */
    double position(double value) {
        double at = log() ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
        return Double.isNaN(at) ? 0 : Math.max(0, Math.min(1, at));
    }

    /** The value at a position, rounded to what a hand can mean, as specs write it. */
    String at(double position) {
        double p = Math.max(0, Math.min(1, position));
        double value = log() ? min * Math.pow(max / min, p) : min + p * (max - min);
        BigDecimal rounded;
        if (log()) {
            rounded = new BigDecimal(value).round(new MathContext(whole ? 3 : 2));
        } else {
            double step = step();
            rounded = new BigDecimal(Math.round(value / step)).multiply(new BigDecimal(step).round(new MathContext(3)));
        }
        BigDecimal number = whole ? new BigDecimal(Math.round(rounded.doubleValue())) : rounded;
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private double step() {
        double fine = (max - min) / STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(fine)));
        double nice = fine <= 1.0001 * power ? power : fine <= 2 * power ? 2 * power : 5 * power;
        return whole ? Math.max(1, Math.round(nice)) : nice;
    }

    /** What the field shows of a value that a spec writes so. */
    String shown(String text) {
        return percent()
                ? new BigDecimal(text)
                                .movePointRight(2)
                                .round(new MathContext(6))
                                .stripTrailingZeros()
                                .toPlainString() + " %"
                : text + (knob.unit().isEmpty() ? "" : " " + knob.unit());
    }

    /** What a spec writes where the field reads so; what is no number stays, to be refused in its own words. */
    String meant(String typed) {
        String text = typed.strip();
        if (!knob.unit().isEmpty() && text.endsWith(knob.unit())) {
            text = text.substring(0, text.length() - knob.unit().length()).strip();
        }
        text = text.replaceAll("(?<=\\d)[\\s\\u00a0\\u202f'](?=\\d{3})", "")
                .replace(',', '.')
                .replace('−', '-');
        if (!percent()) {
            return text;
        }
        try {
            return new BigDecimal(text).movePointLeft(2).toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** A label and where it stands, 0 to 1. */
    record Tick(double position, String label) {}

    /** The labels under the slider: decades, or quarters. */
    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        if (log()) {
            ticks.add(new Tick(0, label(min)));
            double decade = Math.pow(10, Math.floor(Math.log10(min) + 1e-9) + 1);
            for (double value = decade; value < max * 0.999; value *= 10) {
                if (position(value) > 0.12 && position(value) < 0.88) {
                    ticks.add(new Tick(position(value), label(value)));
                }
            }
            ticks.add(new Tick(1, label(max)));
            return ticks;
        }
        double range = max - min;
        int parts = whole && range < 4 ? (int) range : 4;
        for (int i = 0; i <= parts; i++) {
            double value = min + range * i / parts;
            if (!whole || value == Math.rint(value)) {
                ticks.add(new Tick((double) i / parts, label(value)));
            }
        }
        return ticks;
    }

    private String label(double value) {
        return percent() ? Numbers.value(100 * value) : Numbers.tick(value);
    }
}
