package collapselab.catalog.regression;

import collapselab.kernel.stats.Gram;

/**
 * How a model is fitted to X'X = G and X'y: exactly, with a ridge, or by gradient descent from zero that is stopped early.
 * On whitened errors e = theta - theta*: the least squares fit solves G e = r with r = X'(y - X theta*); the ridge, of
 * |y - Xw|^2 / T + lambda |w|^2, solves (G + R) e = r - R theta* with R = T lambda / eigenvalues; a step of gradient descent
 * on |y - Xw|^2 / (2 T) adds rate x eigenvalues x (r - G e) / T, and starts from e = -theta*. All are linear in (r, theta*),
 * so that bias (the part with theta* and with the labels' bias) and deviation are solved for one after the other.
 */
final class Fitting {
    private static final double[] NONE = {};

    private final double[] eigenvalues;
    private final double[] truth;
    private final double ridge;
    private final boolean descent;
    private final double rate;
    private final int steps;
    private final double[][] scratch;
    private final double[] next;

    /**
     * A way to fit.
     *
     * @param parameters dimension, spectrum and solver
     * @param ridge lambda
     */
    Fitting(RegressionParameters parameters, double ridge) {
        Truth real = Truth.of(parameters);
        eigenvalues = real.eigenvalues().toArray();
        truth = real.coefficients().toArray();
        this.ridge = ridge;
        descent = parameters.solver() == Solver.GRADIENT_DESCENT;
        rate = parameters.rate();
        steps = parameters.steps();
        scratch = new double[truth.length][truth.length];
        next = new double[truth.length];
    }

    /** Whether unbiased labels give unbiased coefficients. */
    boolean isUnbiased() {
        return ridge == 0 && !descent;
    }

    /**
     * Fits one chain.
     *
     * @param gram G
     * @param size T
     * @param bias (d) the part of r that labels' biases give; receives that of e. Empty: it is zero, and so is that of e
     * @param deviation (d) the rest of r; receives that of e
     */
    void solve(Gram gram, double size, double[] bias, double[] deviation) {
        if (descent) {
            descend(gram, size, bias, deviation);
            return;
        }
        double[] diagonal = ridge == 0 ? NONE : new double[truth.length];
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] = size * ridge / eigenvalues[i];
            bias[i] -= diagonal[i] * truth[i];
        }
        double[][] upper = gram.factor(1, diagonal, scratch);
        Gram.solve(upper, deviation);
        if (bias.length > 0) {
            Gram.solve(upper, bias);
        }
    }

    private void descend(Gram gram, double size, double[] bias, double[] deviation) {
        gram.full(rate / size, scratch);
        for (int i = 0; i < truth.length; i++) {
            double pace = rate * eigenvalues[i] / size;
            for (int j = 0; j < truth.length; j++) {
                scratch[i][j] *= eigenvalues[i];
            }
            bias[i] *= pace;
            deviation[i] *= pace;
        }
        double[] start = new double[truth.length];
        descend(deviation, start);
        for (int i = 0; i < truth.length; i++) {
            start[i] = -truth[i];
        }
        descend(bias, start);
    }

    /** e := e + r - S e, over and over from a start; r receives the end. */
    private void descend(double[] r, double[] start) {
        double[] e = start.clone();
        for (int s = 0; s < steps; s++) {
            for (int i = 0; i < e.length; i++) {
                double[] row = scratch[i];
                double sum = r[i];
                for (int j = 0; j < e.length; j++) {
                    sum -= row[j] * e[j];
                }
                next[i] = e[i] + sum;
            }
            System.arraycopy(next, 0, e, 0, e.length);
        }
        System.arraycopy(e, 0, r, 0, e.length);
    }

    /** What part of an infinite sample's coefficient on one axis is learned: eigenvalue / (eigenvalue + lambda), or 1 - (1 - rate x eigenvalue)^steps. */
    double learned(int axis) {
        return descent
                ? 1 - Math.pow(1 - rate * eigenvalues[axis], steps)
                : eigenvalues[axis] / (eigenvalues[axis] + ridge);
    }

    /** The fit to infinitely many points; (d, chains) errors of what labelled them. */
    Coefficients population(double[][] error) {
        double[][] fitted = new double[error.length][error[0].length];
        for (int i = 0; i < error.length; i++) {
            double q = learned(i);
            for (int c = 0; c < error[i].length; c++) {
                fitted[i][c] = q * error[i][c] - (1 - q) * truth[i];
            }
        }
        return Coefficients.of(fitted, new double[error.length][error[0].length]);
    }
}
