package collapselab.kernel.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ShardsTest {
    private final Queue<Integer> worked = new ConcurrentLinkedQueue<>();

    @Test
    void everyShardWorksOnceATask() {
        try (Shards shards = new Shards(3, () -> {})) {
            shards.run(worked::add);
            assertThat(worked).containsExactlyInAnyOrder(0, 1, 2);
            shards.run(worked::add);
            assertThat(worked).hasSize(6);
        }
    }

    @Test
    void aThreadThatCannotBePreparedFailsEveryTaskAndHoldsNone() {
        try (Shards shards = new Shards(3, () -> {
            throw new IllegalStateException("no library");
        })) {
            for (int task = 0; task < 2; task++) {
                assertThatThrownBy(() -> shards.run(worked::add)).hasMessage("no library");
            }
            assertThat(worked).containsExactly(0, 0);
        }
    }

    @Test
    void aTaskThatFailsInOneShardFailsWhenAllAreDoneAndTheNextGoesOn() {
        try (Shards shards = new Shards(3, () -> {})) {
            assertThatThrownBy(() -> shards.run(shard -> {
                        worked.add(shard);
                        if (shard == 2) {
                            throw new IllegalStateException("not a number");
                        }
                    }))
                    .hasMessage("not a number");
            assertThat(worked).containsExactlyInAnyOrder(0, 1, 2);
            shards.run(worked::add);
            assertThat(worked).hasSize(6);
        }
    }
}
