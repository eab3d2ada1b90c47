package collapselab.catalog.mixture;

import collapselab.experiment.ErrorSource;
import collapselab.experiment.ErrorSource.Kind;
import collapselab.experiment.Growth;
import collapselab.experiment.Milestone;
import collapselab.experiment.Protocol;
import collapselab.experiment.Setting;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The three errors of the recursive mixture, and the stages of its collapse. */
final class MixtureErrors {
    /** A search that ends at a change this small is as good as exact. */
    private static final double TIGHT = 1e-9;

    private MixtureErrors() {}

    static List<ErrorSource> of(Setting<MixtureParameters> setting) {
        MixtureParameters p = setting.parameters();
        return List.of(statistical(p, setting.protocol()), expressivity(p), approximation(p));
    }

    private static ErrorSource statistical(MixtureParameters p, Protocol protocol) {
        int n = protocol.samples();
        boolean on = !p.infinite();
        return new ErrorSource(
                Kind.STATISTICAL,
                on,
                Map.of("statistical", on ? "infinite" : "finite"),
                on
                        ? "n = " + n + ": under replace each fit keeps 1 \u2212 1/"
                                + (protocol.growth() == Growth.CONSTANT ? n : "n\u2096")
                                + " of the total variance on average, whatever the other two errors do."
                        : "n = \u221e: each fit has the last one's exact mean and covariance, and only the floor adds to it.");
    }

    private static ErrorSource expressivity(MixtureParameters p) {
        boolean blobs = p.data() == MixtureData.TWO_BLOBS;
        if (blobs && p.components() == 1) {
            return new ErrorSource(
                    Kind.EXPRESSIVITY,
                    true,
                    Map.of("components", "2"),
                    "One normal distribution cannot have two blobs: generation 0 jumps to variances 5 and 1 around (0, 0),"
                            + " and with n = \u221e nothing changes after it.");
        }
        String sentence =
                switch (p.data()) {
                    case TWO_BLOBS -> "Two components are what the two blobs are made of: nothing is out of reach.";
                    case ONE_BLOB -> "One blob is within reach of any number of components.";
                    case DRAWN, CSV ->
                        p.components()
                                + (p.components() == 1 ? " component" : " components")
                                + " can only come near these points: what the family cannot express is lost at generation"
                                + " 0, once.";
                };
        return new ErrorSource(
                Kind.EXPRESSIVITY, p.data().fromFile(), blobs ? Map.of("components", "1") : Map.of(), sentence);
    }

    private static ErrorSource approximation(MixtureParameters p) {
        if (p.components() == 1) {
            return new ErrorSource(
                    Kind.APPROXIMATION,
                    false,
                    Map.of(),
                    "One component is fitted in closed form: there is no search to end early." + floor(p));
        }
        boolean on = p.tolerance() > TIGHT;
        return new ErrorSource(
                Kind.APPROXIMATION,
                on,
                on ? Map.of("tolerance", "0.0000000001", "iterations", "20000") : Map.of("tolerance", "0.001"),
                "The search ends when the log-likelihood changes by less than " + plain(p.tolerance())
                        + " nats a point, or after " + p.iterations()
                        + " steps: weights and shapes may stop short, the mixture's own mean and covariance never do."
                        + (p.infinite() ? " With n = \u221e what changes from fit to fit is this error alone." : "")
                        + floor(p));
    }

    private static String floor(MixtureParameters p) {
        return p.floor() == 0 ? "" : " The floor adds " + plain(2 * p.floor()) + " to the total variance at every fit.";
    }

    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** The stages by how unlikely the held-out real points have become. */
    static List<Milestone> milestones() {
        return Milestone.ofLikelihood(
                (now, first) -> first.applyAsDouble("log_likelihood") - now.applyAsDouble("log_likelihood"), "point");
    }
}
