package collapselab.catalog.gaussian;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * The rank of training sets from numbers of points, and so without a tolerance: how many distinct points of each chain lie
 * in which flat (a line, a plane, ...). Real points lie anywhere, in d dimensions; those drawn from a model in the flat that
 * the points it was fitted to span. Not to be changed once it is handed on.
 *
 * <p>Point by point, in the order in which they came to be, a set spans a dimension more unless it has as many as the point's
 * flat. Where flats lie in each other, as those of a growing pool and those of one model after the other do, that is the
 * rank; else the rank may be larger, never smaller: what counts as regular is regular.
 */
final class Flats {
    /** The points of one chain: a flat's tag, in order, and at most d + 1 distinct points in it. */
    private static final class Chain extends TreeMap<Integer, Set<Object>> {
        private static final long serialVersionUID = 1L;
    }

    private final int dimension;
    private final List<Chain> chains = new ArrayList<>(); // one where all are alike; none if all span everything

    /**
     * No points yet.
     *
     * @param dimension d
     * @param chains how many chains; 1 if all are alike
     */
    Flats(int dimension, int chains) {
        this.dimension = dimension;
        for (int c = 0; c < chains; c++) {
            this.chains.add(new Chain());
        }
    }

    /**
     * Points that are like no others.
     *
     * @param dimension d
     * @param tags their flat: one number a chain, or one for all
     * @param size how many
     */
    static Flats of(int dimension, int[] tags, int size) {
        if (size > dimension && tags.length == 1 && tags[0] % (dimension + 1) == dimension) {
            return new Flats(dimension, 0);
        }
        Flats flats = new Flats(dimension, tags.length);
        for (int c = 0; c < tags.length; c++) {
            for (int p = 0; p < Math.min(size, dimension + 1); p++) {
                flats.add(c, tags[c], new Object());
            }
        }
        return flats;
    }

    /**
     * What names flats in the order of time: one number a chain, or one for all.
     *
     * @param dimension d
     * @param generation when points were drawn in them
     * @param rank the flats' dimensions, from 0 to d: one number a chain, or one for all; d for real points
     */
    static int[] tags(int dimension, int generation, int[] rank) {
        int[] tags = new int[rank.length];
        for (int c = 0; c < tags.length; c++) {
            tags[c] = generation * (dimension + 1) + rank[c];
        }
        return tags;
    }

    /** Adds a point: equal ones are one. */
    private void add(int chain, int tag, Object point) {
        Set<Object> points = chains.get(chain).computeIfAbsent(tag, t -> new HashSet<>());
        if (points.size() <= dimension) {
            points.add(point);
        }
    }

    /**
     * Adds points, until they are sure to span everything.
     *
     * @param chain whose
     * @param points (size, d) or more
     * @param size how many
     * @param tag of each point
     */
    void add(int chain, double[] points, int size, IntUnaryOperator tag) {
        for (int p = 0; p < size && !full(chain); p++) {
            List<Double> point = new ArrayList<>();
            for (int i = 0; i < dimension; i++) {
                point.add(points[p * dimension + i]);
            }
            add(chain, tag.applyAsInt(p), point);
        }
    }

    /** Whether there are d + 1 points in one place that may lie anywhere. */
    private boolean full(int chain) {
        return chains.get(chain).entrySet().stream()
                .anyMatch(e -> e.getKey() % (dimension + 1) == dimension
                        && e.getValue().size() > dimension);
    }

    /** These points and others. */
    Flats plus(Flats more) {
        if (chains.isEmpty() || more.chains.isEmpty()) {
            return chains.isEmpty() ? this : more;
        }
        Flats sum = new Flats(dimension, Math.max(chains.size(), more.chains.size()));
        for (int c = 0; c < sum.chains.size(); c++) {
            for (Flats part : List.of(this, more)) {
                int chain = c;
                part.chain(c).forEach((tag, points) -> points.forEach(point -> sum.add(chain, tag, point)));
            }
            sum.spanned(sum.chains.get(c), true);
        }
        return sum;
    }

    private Chain chain(int c) {
        return chains.get(Math.min(c, chains.size() - 1));
    }

    /** How many dimensions all points span: one number a chain, or one for all. */
    int[] rank() {
        if (chains.isEmpty()) {
            return new int[] {dimension};
        }
        return chains.stream().mapToInt(chain -> spanned(chain, false)).toArray();
    }

    /** How many dimensions a chain's points span; what adds none may be forgotten, for nothing older will join them. */
    private int spanned(Chain chain, boolean forget) {
        int spanned = -1; // by no point
        for (var flat = chain.entrySet().iterator(); flat.hasNext(); ) {
            var points = flat.next();
            int with = Math.min(
                    points.getKey() % (dimension + 1),
                    spanned + points.getValue().size());
            if (with > spanned) {
                spanned = with;
            } else if (forget) {
                flat.remove();
            }
        }
        return spanned;
    }
}
