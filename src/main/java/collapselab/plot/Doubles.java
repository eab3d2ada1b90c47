package collapselab.plot;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/** An immutable row of numbers with value equality, so that records can hold it. */
public final class Doubles {
    private final double[] values;

    private Doubles(double[] values) {
        this.values = values;
    }

    /** The given numbers, copied. */
    public static Doubles of(double... values) {
        return new Doubles(values.clone());
    }

    /** {@code size} numbers computed from their index. */
    public static Doubles generate(int size, IntToDoubleFunction value) {
        double[] values = new double[size];
        Arrays.setAll(values, value);
        return new Doubles(values);
    }

    /** {@code size} evenly spaced numbers from {@code first} to {@code last}, both included. */
    public static Doubles spaced(double first, double last, int size) {
        return generate(size, i -> first + (last - first) * i / (size - 1));
    }

    public int size() {
        return values.length;
    }

    public double get(int index) {
        return values[index];
    }

    /** Each number replaced by the function's value at it. */
    public Doubles map(DoubleUnaryOperator function) {
        return generate(values.length, i -> function.applyAsDouble(values[i]));
    }

    /** A copy as an array. */
    public double[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Doubles that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
