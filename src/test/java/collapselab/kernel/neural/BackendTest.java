package collapselab.kernel.neural;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

/** Which backend is taken, and what is said about it. */
class BackendTest {
    /** A machine with one device of a capability, times ten; 0 for no device. */
    private record Machine(boolean libraries, int capability) implements BackendChoice.Cuda {
        @Override
        public int devices() {
            return capability == 0 ? 0 : 1;
        }

        @Override
        public String device() {
            return "a device";
        }
    }

    private static final BackendChoice.Cuda NOTHING = new Machine(false, 0);

    @Test
    void theCpuIsDescribedWithNd4jsVersionAndItsShards() {
        assertThat(Backend.current().describe()).matches("cpu \\(ND4J \\d+\\.\\d+\\.\\d+\\S*, 2 shards\\)");
        assertThat(Backend.current().gpu()).isFalse();
        assertThat(Backend.current().device()).isEqualTo("cpu");
        assertThat(Backend.current().shards()).isEqualTo(2);
        assertThat(Backend.current().blas()).matches("OpenBLAS \\d+\\.\\d+\\.\\d+.*");
        assertThat(Backend.current().whyNotGpu()).hasValue("The CUDA libraries of ND4J are not on the class path.");
        assertThat(Backend.current().refusal()).isEmpty();
    }

    @Test
    void nd4jTakesTheGuardAndWarmingUpWorks() {
        Backend.warm();
        assertThat(Nd4j.getBackend()).isInstanceOf(GuardBackend.class);
    }

    @Test
    void cudaThatWasAskedForButIsMissingIsRefusedWithASentence() {
        Backend backend = Backend.of(BackendChoice.decide("cuda", NOTHING));
        assertThat(backend.gpu()).isFalse();
        assertThat(backend.refusal())
                .hasValue("CUDA was asked for, but the CUDA libraries of ND4J are not on the class path.");
        Backend bare = Backend.of(BackendChoice.decide("cuda", new Machine(true, 0)));
        assertThat(bare.refusal()).hasValue("CUDA was asked for, but no CUDA device was found.");
    }

    @ParameterizedTest
    @ValueSource(ints = {35, 90, 120})
    void devicesThatNd4jHasNoMachineCodeForAreRefused(int capability) {
        BackendChoice choice = BackendChoice.decide(null, new Machine(true, capability));
        assertThat(choice.gpu()).isFalse();
        assertThat(choice.refusal()).isEmpty();
        assertThat(choice.whyNotGpu().orElseThrow())
                .startsWith("The device has compute capability " + capability / 10 + "." + capability % 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {37, 86, 89})
    void devicesThatNd4jRunsOnAreTakenUnlessTheCpuIsAskedFor(int capability) {
        Backend backend = Backend.of(BackendChoice.decide(null, new Machine(true, capability)));
        assertThat(backend.gpu()).isTrue();
        assertThat(backend.whyNotGpu()).isEmpty();
        assertThat(backend.describe()).startsWith("cuda (ND4J ").endsWith(", 1 shard)");
        assertThat(backend.blas()).isEqualTo("cuBLAS");
        assertThat(BackendChoice.decide("cpu", new Machine(true, capability)).gpu())
                .isFalse();
    }

    @Test
    void aDriverThatFailsIsAReasonAndNoCrash() {
        BackendChoice.Cuda broken = new BackendChoice.Cuda() {
            @Override
            public boolean libraries() {
                return true;
            }

            @Override
            public int devices() {
                throw new UnsatisfiedLinkError("no libcuda.so.1");
            }

            @Override
            public int capability() {
                return 0;
            }

            @Override
            public String device() {
                return "";
            }
        };
        assertThat(BackendChoice.decide(null, broken).whyNotGpu()).hasValue("CUDA does not start: no libcuda.so.1.");
    }

    @Test
    void anythingElseThatIsAskedForIsRefused() {
        assertThat(BackendChoice.decide("gpu", NOTHING).refusal())
                .hasValue("collapselab.backend must be cpu or cuda, not \"gpu\".");
    }

    @Test
    void theProbeFindsNoCudaHere() {
        assertThat(new CudaProbe().libraries()).isFalse();
        assertThat(new CudaProbe().device()).isEqualTo("CUDA device 0");
    }
}
