package collapselab.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A generation of one chain of a Gaussian ensemble of 100, under replace. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
public class GaussianBenchmark {
    private static final int CHAINS = 100;
    private static final int GENERATIONS = 1_000;

    /** d. */
    @Param({"1", "2", "10"})
    public int dimension;

    /** n: the time must not depend on it. */
    @Param({"100", "10000"})
    public int samples;

    /** Steps of all chains. */
    @Benchmark
    @OperationsPerInvocation(CHAINS * GENERATIONS)
    public void step() {
        GaussianSteps.run(dimension, samples, GENERATIONS, CHAINS);
    }
}
