package collapselab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import collapselab.experiment.RunSpec;
import collapselab.experiment.SpecException;
import collapselab.plot.Doubles;
import collapselab.plot.Pixels;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FootprintTest {
    private static RunSpec<?> read(String text) {
        return RunSpec.read(text, FinishedRuns.CATALOG);
    }

    @Test
    void aThousandMillionGenerationsAreRefusedWithTheFigures() {
        assertThatThrownBy(() -> Plan.of(read("gaussian?generations=1000000000")))
                .isInstanceOf(SpecException.class)
                .hasMessageMatching(
                        "generations=1000000000 with samples=100 and seeds=1 needs [\\d,]+ (MB|GB) of memory, and there is"
                                + " room for [\\d,]+ (MB|GB): use fewer of them or a smaller model, or give Java more \\(COLLAPSELAB_JVM=-Xmx8g\\)\\.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gaussian?generations=2000000000&growth=linear",
                "gaussian?seeds=1000000000",
                "kde?generations=100000000&statistical=infinite",
                "mixture?generations=1000000000&regime=replace,accumulate",
                "regression?generations=1000000000",
                "vocabulary?generations=1000000000",
            })
    void whatDoesNotFitIsRefusedInEveryExperiment(String text) {
        assertThatThrownBy(() -> Plan.of(read(text))).isInstanceOf(SpecException.class);
    }

    /** On a machine of 4 GB Java takes one of them. */
    @Test
    void everyExperimentFitsAsItStartsOnASmallMachine() {
        FinishedRuns.CATALOG.forEach(experiment -> {
            Footprint footprint =
                    Footprint.ofRecorded(RunSpec.opening(experiment).settled());
            assertThat(footprint.bytes()).isPositive().isLessThan((long) (0.375 * (1L << 30)));
        });
    }

    /** They take turns, but the models and pools of all are held. */
    @Test
    void thePanelsOfAnExpensiveRunTakeTheirMemoryTogether() {
        long both =
                Footprint.ofRecorded(read("digits?regime=replace,accumulate")).bytes();
        long replace = Footprint.ofRecorded(read("digits?regime=replace")).bytes();
        long accumulate = Footprint.ofRecorded(read("digits?regime=accumulate")).bytes();
        assertThat(both).isEqualTo(replace + accumulate);
    }

    @Test
    void theCommandLineRefusesOnlyWhatDoesNotFit() {
        RunSpec<?> longer = read("gaussian?generations=1000000&seeds=100000");
        Footprint.ofEnsemble(longer, 1, 4).check();
        assertThatThrownBy(() -> Footprint.ofRecorded(longer).check()).isInstanceOf(SpecException.class);
        RunSpec<?> longest = read("gaussian?generations=2000000000");
        Footprint.ofEnsemble(longest, 1, 4).check();
        assertThatThrownBy(() -> Ensemble.of(longest, new TreeSet<>())).isInstanceOf(SpecException.class);
        assertThatThrownBy(() -> Footprint.ofVerdicts(longest, 1, 1).check()).isInstanceOf(SpecException.class);
    }

    /** Blocks of 256 chains, 200 generations and 5 metrics: one that is computed and one that waits, on 16 threads. */
    @Test
    void anEnsembleTakesWhatItsBlocksTakeHoweverManyChainsItHas() {
        long numbers = 16L * 2 * 256 * 200 * 5 * Double.BYTES;
        assertThat(Footprint.ofEnsemble(read("gaussian?seeds=1000000"), 200, 16).bytes())
                .isBetween(numbers, 2 * numbers);
    }

    /** What single numbers of a snapshot take at most: they are counted with the generation itself. */
    private static final int SINGLE_NUMBERS = 200;

    /** The numbers that the snapshots of a run really hold, against what the estimate says of the last one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gaussian?generations=9&seeds=5",
                "gaussian?generations=9&regime=subsample&samples=500",
                "gaussian?generations=9&data=two-peaks&samples=5000",
                "kde?generations=9&samples=50&regime=accumulate",
                "kde?generations=9&data=blobs&statistical=infinite",
                "mixture?generations=9&samples=50&regime=accumulate",
                "mixture?generations=9&samples=5000",
                "vocabulary?generations=9&words=200&distribution=uniform&samples=20000",
                "vocabulary?generations=1&words=20000&distribution=uniform&samples=200",
                "regression?generations=9&dimension=64&samples=100",
                "regression?generations=9&dimension=1&samples=1000",
                "digits?samples=150&generations=2&epochs=1&hidden=16&latent=4&batch=64",
            })
    void aSnapshotHoldsNoMoreThanEstimated(String text) {
        RunSpec<?> spec = RunSpec.parse(text, FinishedRuns.CATALOG);
        Recording<?> recording = FinishedRuns.panel(spec).recording();
        Object last = recording.get(recording.size() - 1).snapshot().orElseThrow();
        long estimated = estimate(spec);
        assertThat(estimated).isBetween(held(last) - SINGLE_NUMBERS, 3 * held(last) + SINGLE_NUMBERS);
    }

    private static <P extends Record> long estimate(RunSpec<P> spec) {
        return spec.experiment().cost(spec.setting(spec.regimes().get(0))).snapshot();
    }

    /** Bytes of the rows of numbers and pixels in a value, wherever in its records they are; arrays in objects of ours too. */
    private static long held(Object value) {
        if (value instanceof Doubles numbers) {
            return (long) numbers.size() * Double.BYTES;
        }
        if (value instanceof Pixels pixels) {
            return pixels.size();
        }
        if (value instanceof double[] numbers) {
            return (long) numbers.length * Double.BYTES;
        }
        if (value instanceof Optional<?> some) {
            return some.map(FootprintTest::held).orElse(0L);
        }
        if (value == null || !value.getClass().getName().startsWith("collapselab.")) {
            return 0;
        }
        return Stream.of(value.getClass().getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .mapToLong(field -> held(read(field, value)))
                .sum();
    }

    private static Object read(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
