package collapselab.catalog.regression;

import collapselab.plot.Doubles;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * What the labels are made from: the eigenvalues of the inputs' covariance and the true coefficients, whitened: coefficient
 * j times the root of eigenvalue j. The same in every run: fixed so that the signal's variance is 1, which makes 1 the loss
 * of the null predictor and the noise's inverse square the signal to noise ratio. Isotropic: the quantiles of a normal, what
 * N(0, I/d) of Dohmatob et al. 2024 gives on average; laws depend on their length alone. Power law: Dohmatob et al. 2024,
 * section 5: eigenvalue j is j^-beta and eigenvalue x coefficient^2 ~ j^-(1 + 2 r beta), with signs that alternate.
 *
 * @param eigenvalues (d)
 * @param coefficients (d) whitened, of length 1
 */
record Truth(Doubles eigenvalues, Doubles coefficients) {
    static Truth of(RegressionParameters parameters) {
        int d = parameters.dimension();
        double beta = parameters.exponent();
        double fall = -(1 + 2 * parameters.source() * beta) / 2;
        boolean power = parameters.spectrum() == Spectrum.POWER;
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        Doubles raw = Doubles.generate(
                d,
                j -> power
                        ? (j % 2 == 0 ? 1 : -1) * StrictMath.pow(j + 1, fall)
                        : d == 1 ? 1 : normal.inverseCumulativeProbability((j + 0.5) / d));
        double square = 0;
        for (int j = 0; j < d; j++) {
            square += raw.get(j) * raw.get(j);
        }
        double length = Math.sqrt(square);
        return new Truth(
                Doubles.generate(d, j -> power ? StrictMath.pow(j + 1, -beta) : 1), raw.map(value -> value / length));
    }
}
