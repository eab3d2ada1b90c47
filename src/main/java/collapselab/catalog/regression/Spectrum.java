package collapselab.catalog.regression;

import collapselab.experiment.Choice;

/** The eigenvalues of the inputs' covariance. */
public enum Spectrum implements Choice {
    /** All 1. */
    ISOTROPIC("Isotropic", "the inputs' covariance is the identity"),
    /** A power of their rank. */
    POWER("Power law", "eigenvalue j of the inputs' covariance is j to the power \u2212\u03b2");

    private final Words words;

    Spectrum(String label, String help) {
        words = new Words(label, help);
    }

    @Override
    public Words words() {
        return words;
    }
}
