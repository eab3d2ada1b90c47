package collapselab.catalog.gaussian;

import collapselab.kernel.Progress;
import collapselab.kernel.random.Draws;
import collapselab.kernel.stats.FactorBlock;
import collapselab.plot.Doubles;
import java.util.Arrays;
import java.util.Optional;

/**
 * A training set as its sufficient statistics: size, mean, and a factor of the scatter matrix (the sum of squares and
 * products about the mean).
 */
final class Moments implements GaussianSample {
    /** Memory for draws, used again by each: memory that is new in every generation would always miss the cache. */
    static final class Scratch {
        private double[][] vectors = {};
        private double[][] triangle = {};

        private double[][] vectors(int d, int chains) {
            vectors = fitting(vectors, d, chains);
            return vectors;
        }

        private double[][] triangle(int d, int chains) {
            triangle = fitting(triangle, FactorBlock.at(d, 0), chains);
            return triangle;
        }

        private static double[][] fitting(double[][] rows, int count, int chains) {
            return rows.length == count && rows[0].length == chains ? rows : new double[count][chains];
        }
    }

    private final int size;
    private final double[][] mean; // (d, chains)
    private final FactorBlock scatter;
    private final Flats flats;
    private final Optional<Moments> head;
    private final Optional<Doubles> shown; // (2, count) some of the first chain's points

    private Moments(
            int size,
            double[][] mean,
            FactorBlock scatter,
            Flats flats,
            Optional<Moments> head,
            Optional<Doubles> shown) {
        this.size = size;
        this.mean = mean;
        this.scatter = scatter;
        this.flats = flats;
        this.head = head;
        this.shown = shown;
    }

    /**
     * The statistics of points drawn from a model, exactly in law and without a point: the mean is mu + L z sqrt(tau / n),
     * the scatter's factor L A sqrt(tau) with A the factor of a Wishart matrix of n - 1 degrees of freedom (Bartlett 1933;
     * where n - 1 is below d its columns from n - 1 on are zero).
     *
     * @param model what is drawn from
     * @param size how many points
     * @param temperature tau
     * @param draws randomness
     * @param part which of several draws at one address this is, from 0
     * @param scratch memory for what is needed only here
     */
    static Moments draw(GaussianModel model, int size, double temperature, Draws draws, int part, Scratch scratch) {
        FactorBlock factor = model.factor();
        int d = factor.dimension();
        int index = part * (d + FactorBlock.at(d, 0));
        double[][] z = scratch.vectors(d, factor.chains());
        for (int i = 0; i < d; i++) {
            draws.normals(index++, z[i]);
        }
        double[][] bartlett = scratch.triangle(d, factor.chains());
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++, index++) {
                double[] entry = bartlett[FactorBlock.at(i, j)];
                if (j >= size - 1) {
                    Arrays.fill(entry, 0);
                } else if (j < i) {
                    draws.normals(index, entry);
                } else {
                    draws.chis(index, size - 1 - i, entry);
                }
            }
        }
        double[][] mean = factor.plusProduct(model.mean(), Math.sqrt(temperature / size), z);
        FactorBlock scatter = factor.times(FactorBlock.of(d, bartlett), Math.sqrt(temperature));
        return new Moments(
                size,
                mean,
                scatter,
                Flats.of(d, Flats.tags(d, draws.generation(), model.rank()), size),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The statistics of points drawn from a source one by one, for distributions whose statistics have no simple law. Some of
     * the first chain's points are kept to be shown.
     *
     * @param source what is drawn from
     * @param dimension d
     * @param tags of the flats that they lie in: one number a chain, or one for all
     * @param repeated whether the same point may come twice
     * @param size how many points
     * @param kept how many of them, the first ones, are wanted again; may be 0
     * @param draws randomness
     * @param progress stops it between chains
     */
    static Moments of(
            Source source,
            int dimension,
            int[] tags,
            boolean repeated,
            int size,
            int kept,
            Draws draws,
            Progress progress) {
        int chains = draws.chains();
        double[] points = new double[size * dimension];
        double[][] mean = new double[dimension][chains];
        double[][] scatter = new double[FactorBlock.at(dimension, 0)][chains];
        double[][] headMean = new double[dimension][chains];
        double[][] headScatter = new double[FactorBlock.at(dimension, 0)][chains];
        Flats headFlats = repeated ? new Flats(dimension, chains) : Flats.of(dimension, tags, kept);
        Flats flats = repeated ? new Flats(dimension, chains) : headFlats.plus(Flats.of(dimension, tags, size - kept));
        Optional<Doubles> shown = Optional.empty();
        Optional<Doubles> headShown = Optional.empty();
        for (int c = 0; c < chains; c++) {
            source.draw(c, draws.stream(c), points);
            Reduction.reduce(points, size, 1, c, mean, scatter);
            if (kept > 0) {
                Reduction.reduce(points, kept, 1, c, headMean, headScatter);
            }
            if (repeated) {
                flats.add(c, points, size, p -> tags[0]);
                headFlats.add(c, points, kept, p -> tags[0]);
            }
            if (c == 0) {
                shown = Optional.of(Points.plane(points, size, dimension, GaussianSnapshot.MOST_POINTS));
                headShown = Optional.of(Points.plane(points, kept, dimension, GaussianSnapshot.MOST_POINTS));
            }
            progress.report((c + 1.0) / chains);
        }
        Moments whole = new Moments(size, mean, FactorBlock.of(dimension, scatter), flats, Optional.empty(), shown);
        return kept == 0
                ? whole
                : whole.startingWith(new Moments(
                        kept,
                        headMean,
                        FactorBlock.of(dimension, headScatter),
                        headFlats,
                        Optional.empty(),
                        headShown));
    }

    /** These statistics, remembering that {@code head} are those of the first points. */
    Moments startingWith(Moments part) {
        return new Moments(size, mean, scatter, flats, Optional.of(part), shown);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Moments concat(GaussianSample more) {
        Moments other = (Moments) more;
        int total = size + other.size;
        double share = (double) other.size / total;
        double weight = Math.sqrt(size * share);
        int d = mean.length;
        int chains = mean[0].length;
        double[][] together = new double[d][chains];
        double[][] gap = new double[d][chains];
        for (int i = 0; i < d; i++) {
            for (int c = 0; c < chains; c++) {
                double delta = other.mean[i][c] - mean[i][c];
                together[i][c] = mean[i][c] + share * delta;
                gap[i][c] = weight * delta;
            }
        }
        return new Moments(
                total,
                together,
                scatter.merge(other.scatter, gap),
                flats.plus(other.flats),
                Optional.empty(),
                mixed(other, share));
    }

    /** Points to show of both, in proportion. */
    private Optional<Doubles> mixed(Moments other, double share) {
        if (shown.isEmpty() || other.shown.isEmpty()) {
            return Optional.empty();
        }
        int most = Math.min(
                GaussianSnapshot.MOST_POINTS,
                (shown.get().size() + other.shown.get().size()) / 2);
        int theirs = (int) Math.round(share * most);
        Doubles a = spread(shown.get(), most - theirs);
        Doubles b = spread(other.shown.get(), theirs);
        int ours = a.size() / 2;
        int count = ours + b.size() / 2;
        return Optional.of(Doubles.generate(2 * count, i -> {
            int axis = i / count;
            int p = i % count;
            return p < ours ? a.get(axis * ours + p) : b.get(axis * (count - ours) + p - ours);
        }));
    }

    /** Evenly chosen ones of (2, n) points. */
    private static Doubles spread(Doubles points, int most) {
        int n = points.size() / 2;
        int count = Math.min(most, n);
        return Doubles.generate(2 * count, i -> points.get(i / count * n + (int) ((long) (i % count) * n / count)));
    }

    @Override
    public Moments first(int count) {
        return head.filter(part -> part.size == count)
                .orElseThrow(() -> new IllegalStateException("only the statistics of the kept points are known"));
    }

    @Override
    public GaussianSample choose(int count, Draws draws) {
        if (count < size) {
            throw new UnsupportedOperationException("points cannot be chosen of statistics");
        }
        return this;
    }

    @Override
    public GaussianModel fit(Estimator estimator) {
        return new GaussianModel(mean, scatter.times(1 / Math.sqrt(estimator.divisor(size))), flats.rank());
    }

    @Override
    public Optional<Doubles> points(int most) {
        return shown.map(points -> spread(points, most));
    }
}
