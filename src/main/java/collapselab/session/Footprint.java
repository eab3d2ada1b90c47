package collapselab.session;

import collapselab.experiment.Cost;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Experiment;
import collapselab.experiment.Protocol;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Setting;
import collapselab.experiment.SpecException;
import java.util.Locale;

/**
 * What a run takes of Java's memory, told before it starts.
 *
 * @param spec the run
 * @param bytes at its peak
 * @param most what there is for it
 */
public record Footprint(RunSpec<?> spec, long bytes, long most) {
    /** What a recorded generation takes beside its numbers, and what is drawn up of it: measured, and rounded up. */
    private static final long GENERATION_BYTES = 400;

    /** What a number takes that is measured of a chain, while the row it stands in is widened: the row before and after. */
    private static final long NUMBER_BYTES = 2L * Double.BYTES;

    /** What the laws of a panel take for each generation. */
    private static final long LAW_BYTES = 160;

    /** What the moments of a metric at a generation take while rows are added to them. */
    private static final long MOMENT_BYTES = 320;

    /** What a generation of a block that is handed over takes, for itself and for each metric, beside the chains' numbers. */
    private static final long HANDED_BYTES = 64;

    /** A run that is recorded may take this part of the memory: another one may be on screen. */
    private static final double RECORDED = 0.375;

    /** A run on the command line may take this part of the memory. */
    private static final double COMPUTED = 0.8;

    /**
     * Refuses what is longer than the memory, whatever is computed: even to look at such a run closer would take too long.
     *
     * @throws SpecException if so, with the figures
     */
    public static void checkLength(RunSpec<?> spec) {
        new Footprint(spec, spec.protocol().generations() * GENERATION_BYTES, room(RECORDED)).check();
    }

    /** The footprint of a run whose every generation is kept, to be looked at. */
    public static Footprint ofRecorded(RunSpec<?> spec) {
        int metrics = spec.experiment().metrics().size();
        long bytes = 0;
        long working = 0;
        for (DataRegime regime : spec.regimes()) {
            Cost cost = cost(spec, regime);
            bytes += recorded(spec.protocol(), metrics, cost, spec.protocol().generations());
            working += cost.working();
        }
        return new Footprint(spec, bytes + working, room(RECORDED));
    }

    /**
     * The footprint of an ensemble whose numbers are handed over as they come.
     *
     * @param wanted how many generations are measured
     * @param threads how many blocks of chains are computed at once
     */
    public static Footprint ofEnsemble(RunSpec<?> spec, int wanted, int threads) {
        long lane = 0;
        for (DataRegime regime : spec.regimes()) {
            lane = Math.max(lane, lane(spec, regime, wanted, threads));
        }
        long lanes =
                spec.experiment().live() ? Math.min(threads, spec.protocol().seeds()) : 1;
        return new Footprint(spec, lanes * lane, room(COMPUTED));
    }

    /** What computes one block, with one that waits to be taken. */
    private static <P extends Record> long lane(RunSpec<P> spec, DataRegime regime, int wanted, int threads) {
        int metrics = spec.experiment().metrics().size();
        long chains = Math.min(
                spec.protocol().seeds(), Ensemble.blockSize(spec.experiment(), spec.setting(regime), wanted, threads));
        long block = wanted * (HANDED_BYTES * (1 + metrics) + chains * metrics * Double.BYTES);
        return cost(spec, regime).working() + 2 * block;
    }

    /**
     * The footprint of judging an ensemble by theory.
     *
     * @param wanted how many generations are measured
     * @param judges how often that is done at once
     */
    public static Footprint ofVerdicts(RunSpec<?> spec, int wanted, int judges) {
        long laws = (long) spec.protocol().generations() * LAW_BYTES;
        long moments = (long) wanted
                * spec.regimes().size()
                * spec.experiment().metrics().size()
                * MOMENT_BYTES;
        return new Footprint(spec, laws + judges * moments, room(COMPUTED));
    }

    /** What a panel's finished generations take. */
    static long recorded(Protocol protocol, int metrics, Cost cost, int generations) {
        long measured = Math.min(generations, Runner.MEASURED);
        long numbers = (long) protocol.seeds() * metrics;
        long outlines = (long) Math.min(protocol.seeds(), Recording.MOST_OUTLINES) * cost.outline();
        int pictured = cost.outline() > 0 ? 2 : 1; // the first chain, and the one that is pictured in its place
        return generations * (GENERATION_BYTES + pictured * cost.snapshot())
                + measured * (numbers + outlines) * NUMBER_BYTES;
    }

    private static <P extends Record> Cost cost(RunSpec<P> spec, DataRegime regime) {
        Experiment<P, ?> experiment = spec.experiment();
        Setting<P> setting = spec.setting(regime);
        return experiment.cost(setting);
    }

    private static long room(double part) {
        return (long) (part * Runtime.getRuntime().maxMemory());
    }

    /**
     * Refuses a run that does not fit.
     *
     * @throws SpecException if so, with the figures
     */
    public void check() {
        if (bytes > most) {
            Protocol protocol = spec.protocol();
            throw new SpecException(String.format(
                    Locale.ROOT,
                    "generations=%d with samples=%d and seeds=%d needs %s of memory, and there is room for %s: use fewer"
                            + " of them or a smaller model, or give Java more (COLLAPSELAB_JVM=-Xmx8g).",
                    protocol.generations(),
                    protocol.samples(),
                    protocol.seeds(),
                    said(bytes),
                    said(most)));
        }
    }

    private static String said(long bytes) {
        return bytes < 10L << 30
                ? String.format(Locale.ROOT, "%,d MB", bytes >> 20)
                : String.format(Locale.ROOT, "%,d GB", bytes >> 30);
    }
}
