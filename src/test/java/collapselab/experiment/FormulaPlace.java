package collapselab.experiment;

import java.util.List;

/** Where the counters stand, and how far each rounded number is moved. */
record FormulaPlace(int t, int k, int i, int j, double previous, List<Double> moved) {
    static FormulaPlace at(int t) {
        return new FormulaPlace(t, t, 0, 0, Double.NaN, List.of());
    }

    FormulaPlace t(int value) {
        return new FormulaPlace(value, value, i, j, previous, moved);
    }

    FormulaPlace k(int value) {
        return new FormulaPlace(t, value, i, j, previous, moved);
    }

    FormulaPlace i(int value) {
        return new FormulaPlace(t, k, value, j, previous, moved);
    }

    FormulaPlace j(int value) {
        return new FormulaPlace(t, k, i, value, previous, moved);
    }

    FormulaPlace previous(double value) {
        return new FormulaPlace(t, k, i, j, value, moved);
    }
}
