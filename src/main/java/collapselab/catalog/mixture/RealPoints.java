package collapselab.catalog.mixture;

import collapselab.experiment.OwnData;
import collapselab.experiment.SpecException;
import collapselab.kernel.data.PointTable;
import collapselab.kernel.mixture.ExpectationMaximization;
import collapselab.kernel.mixture.Mixture;
import collapselab.kernel.mixture.MixtureSampler;
import collapselab.kernel.mixture.PlanePoints;
import collapselab.kernel.mixture.Quadrature;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** The real distribution: a mixture, or the points of a file, each as likely as another. */
sealed interface RealPoints {
    /** n points. */
    PlanePoints draw(int n, UniformRandomProvider random);

    /** The distribution itself as weighted points; their weights add up to n. */
    PlanePoints exact(int n, Quadrature quadrature);

    /** The range a picture shows: (4) least x, largest x, least y, largest y. */
    double[] range();

    /** Its mean and covariance, as one component. */
    Mixture moments();

    /**
     * What some parameters name.
     *
     * @throws SpecException if a file is refused
     */
    static RealPoints of(MixtureParameters parameters, OwnData own) {
        return switch (parameters.data()) {
            case TWO_BLOBS -> new Blobs(Mixture.of(0.5, -2, 0, 1, 0, 1, 0.5, 2, 0, 1, 0, 1));
            case ONE_BLOB -> new Blobs(Mixture.of(1, 0, 0, 1, 0, 1));
            case DRAWN -> table(parameters, own.read(parameters.file(), "", parameters.checksum()));
            case CSV -> table(parameters, own.read(parameters.file(), parameters.columns(), parameters.checksum()));
        };
    }

    private static Table table(MixtureParameters parameters, PointTable points) {
        if (points.dimension() == 1
                && PointTable.columns(Path.of(parameters.file())).size() == 1) {
            throw new SpecException(
                    parameters.file()
                            + " has only one column of numbers, but a mixture is fitted in the plane and needs two: choose another file.");
        }
        if (points.dimension() != 2) {
            throw new SpecException(parameters.file() + " gives " + points.dimension()
                    + (points.dimension() == 1 ? " column" : " columns")
                    + " of numbers, but a mixture is fitted in the plane: choose two, such as columns=1,2.");
        }
        if (parameters.components() > points.size()) {
            throw new SpecException("components=" + parameters.components() + " is more than the " + points.size()
                    + " points of " + parameters.file() + ": use fewer components.");
        }
        return new Table(points);
    }

    /** A mixture. */
    record Blobs(Mixture mixture) implements RealPoints {
        /** How many standard deviations of each component are shown. */
        private static final double REACH = 3;

        @Override
        public PlanePoints draw(int n, UniformRandomProvider random) {
            return MixtureSampler.draw(mixture, n, random);
        }

        @Override
        public PlanePoints exact(int n, Quadrature quadrature) {
            return quadrature.of(mixture, n);
        }

        @Override
        public double[] range() {
            double[] range = {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE};
            for (int k = 0; k < mixture.components(); k++) {
                double x = REACH * Math.sqrt(mixture.varianceX(k));
                double y = REACH * Math.sqrt(mixture.varianceY(k));
                range[0] = Math.min(range[0], mixture.meanX(k) - x);
                range[1] = Math.max(range[1], mixture.meanX(k) + x);
                range[2] = Math.min(range[2], mixture.meanY(k) - y);
                range[3] = Math.max(range[3], mixture.meanY(k) + y);
            }
            return range;
        }

        @Override
        public Mixture moments() {
            return mixture.moments();
        }
    }

    /** Points of a file. */
    record Table(PointTable points) implements RealPoints {
        @Override
        public PlanePoints draw(int n, UniformRandomProvider random) {
            double[] x = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                int point = random.nextInt(points.size());
                x[i] = points.get(point, 0);
                y[i] = points.get(point, 1);
            }
            return PlanePoints.of(x, y, n);
        }

        @Override
        public PlanePoints exact(int n, Quadrature quadrature) {
            return all((double) n / points.size());
        }

        @Override
        public double[] range() {
            double[] range = new double[4];
            for (int axis = 0; axis < 2; axis++) {
                double least = Arrays.stream(points.axis(axis)).min().orElseThrow();
                double largest = Arrays.stream(points.axis(axis)).max().orElseThrow();
                double margin = largest > least ? 0.1 * (largest - least) : 1;
                range[2 * axis] = least - margin;
                range[2 * axis + 1] = largest + margin;
            }
            return range;
        }

        @Override
        public Mixture moments() {
            return ExpectationMaximization.hard(all(1), new int[points.size()], 1, 0);
        }

        private PlanePoints all(double weight) {
            double[] weights = new double[points.size()];
            Arrays.fill(weights, weight);
            return PlanePoints.weighted(points.axis(0), points.axis(1), weights);
        }
    }
}
