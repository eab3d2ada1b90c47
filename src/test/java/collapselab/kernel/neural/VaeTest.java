package collapselab.kernel.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import collapselab.kernel.Progress;
import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workspace as experiments use it. */
@Timeout(60)
class VaeTest {
    private static final VaeShape SHAPE = new VaeShape(36, 24, 3);
    private static final int BATCH = 16;
    private static final Training PLAN = new Training(2, BATCH, 1e-3);

    private static UniformRandomProvider random() {
        return new Randomness(5).stream(0, Purpose.FIT);
    }

    private static VaeWeights train(Vae vae, int count, Training plan, Progress progress) {
        byte[] pixels = Formula.pixels(count, SHAPE.pixels(), 1);
        return vae.train(Formula.weights(SHAPE, 2), pixels, count, plan, random(), progress);
    }

    @Test
    void trainingLowersTheLoss() {
        try (Vae vae = Vae.open(SHAPE, BATCH)) {
            assertThat(vae.lastLoss()).isNaN();
            train(vae, 200, PLAN, Progress.NONE);
            double early = vae.lastLoss();
            train(vae, 200, new Training(60, BATCH, 1e-3), Progress.NONE);
            assertThat(vae.lastLoss()).isLessThan(early - 1);
        }
    }

    @Test
    void theSameInputsGiveTheSameBitsWhateverRanBefore() {
        try (Vae vae = Vae.open(SHAPE, BATCH);
                Vae other = Vae.open(SHAPE, BATCH)) {
            VaeWeights first = train(vae, 70, PLAN, Progress.NONE);
            train(vae, 33, new Training(3, BATCH, 1e-1), Progress.NONE);
            assertThat(train(vae, 70, PLAN, Progress.NONE)).isEqualTo(first);
            assertThat(train(other, 70, PLAN, Progress.NONE)).isEqualTo(first);
            assertThat(vae.sample(first, 50, Output.BERNOULLI, random(), Progress.NONE))
                    .isEqualTo(other.sample(first, 50, Output.BERNOULLI, random(), Progress.NONE));
        }
    }

    @Test
    void pausingChangesNothing() {
        try (Vae vae = Vae.open(SHAPE, BATCH)) {
            VaeWeights whole = train(vae, 70, PLAN, Progress.NONE);
            AtomicInteger reports = new AtomicInteger();
            VaeWeights paused = train(vae, 70, PLAN, fraction -> {
                if (reports.incrementAndGet() % 3 == 0) {
                    sleep(5);
                }
            });
            assertThat(paused).isEqualTo(whole);
            assertThat(reports.get()).isEqualTo(11);
        }
    }

    @Test
    void beingSeenChangesNothing() {
        float[] codes = Formula.noise(5 * SHAPE.latent(), 3);
        try (Vae vae = Vae.open(SHAPE, BATCH)) {
            byte[] pixels = Formula.pixels(70, SHAPE.pixels(), 1);
            VaeWeights unseen = train(vae, 70, PLAN, Progress.NONE);
            double loss = vae.lastLoss();
            List<Long> images = new ArrayList<>();
            List<Double> losses = new ArrayList<>();
            List<byte[]> seen = new ArrayList<>();
            TrainingObserver observer = (count, mean, now) -> {
                images.add(count);
                losses.add(mean);
                seen.add(now.means(codes, 5));
            };
            VaeWeights watched =
                    vae.train(Formula.weights(SHAPE, 2), pixels, 70, PLAN, random(), observer, Progress.NONE);
            assertThat(watched).isEqualTo(unseen);
            assertThat(images).hasSize(10).isSorted().endsWith(140L);
            // The last epoch: four whole batches of 16 and one of 6.
            double last = 0;
            for (int i = 5; i < 10; i++) {
                last += losses.get(i) * (images.get(i) - images.get(i - 1));
            }
            assertThat(last / 70).isCloseTo(loss, within(1e-9));
            assertThat(seen.get(9)).isEqualTo(vae.decode(watched, codes, 5, Output.MEAN, random(), Progress.NONE));
            assertThat(seen.get(0)).isNotEqualTo(seen.get(9));
        }
    }

    @Test
    void whileTheCallerIsPausedTheOtherShardSleeps() {
        try (Vae vae = Vae.open(SHAPE, BATCH)) {
            train(vae, 70, PLAN, fraction -> {
                if (fraction > 0.4 && fraction < 0.6) {
                    sleep(20);
                    assertThat(shardStates()).isNotEmpty().containsOnly(Thread.State.WAITING);
                }
            });
        }
        assertThat(shardStates()).isEmpty();
    }

    private static List<Thread.State> shardStates() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("network-shard"))
                .map(Thread::getState)
                .toList();
    }

    private static void sleep(int milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 16, 17, 31})
    void everyNumberOfImagesTrainsDecodesAndEncodes(int count) {
        try (Vae vae = Vae.open(SHAPE, BATCH)) {
            VaeWeights trained = train(vae, count, PLAN, Progress.NONE);
            assertThat(trained).isNotEqualTo(Formula.weights(SHAPE, 2));
            assertThat(vae.lastLoss()).isBetween(0.0, 100.0);
            byte[] images = vae.sample(trained, count, Output.MEAN, random(), Progress.NONE);
            assertThat(images).hasSize(count * SHAPE.pixels());
            assertThat(images[images.length - 1]).isNotZero();
            assertThat(vae.encode(trained, images, count, Progress.NONE)).hasSize(count * SHAPE.latent());
            assertThat(vae.negativeElbo(trained, images, count, random(), Progress.NONE))
                    .isBetween(0.0, 100.0);
        }
    }

    @Test
    void imagesAreDecodedAndEncodedAloneAsAmongOthers() {
        try (Vae vae = Vae.open(SHAPE, BATCH)) {
            VaeWeights weights = Formula.weights(SHAPE, 2);
            float[] latents = Formula.noise(40 * SHAPE.latent(), 3);
            byte[] all = vae.decode(weights, latents, 40, Output.MEAN, random(), Progress.NONE);
            float[] last = Arrays.copyOfRange(latents, 39 * SHAPE.latent(), latents.length);
            byte[] alone = vae.decode(weights, last, 1, Output.MEAN, random(), Progress.NONE);
            assertThat(alone).isEqualTo(Arrays.copyOfRange(all, 39 * SHAPE.pixels(), all.length));
            float[] codes = vae.encode(weights, all, 40, Progress.NONE);
            assertThat(vae.encode(weights, alone, 1, Progress.NONE))
                    .containsExactly(Arrays.copyOfRange(codes, 39 * SHAPE.latent(), codes.length), within(1e-5f));
        }
    }

    /** 40,000 draws of 36 pixels; a standard error is at most 0.0025, so 6 of them fail by chance once in 10^7 runs. */
    @Test
    void bernoulliDrawsHaveTheMeansOfTheDecoder() {
        int draws = 40_000;
        try (Vae vae = Vae.open(SHAPE, BATCH)) {
            VaeWeights weights = Formula.weights(SHAPE, 2);
            float[] latents = new float[draws * SHAPE.latent()];
            byte[] mean = vae.decode(weights, latents, 1, Output.MEAN, random(), Progress.NONE);
            byte[] drawn = vae.decode(weights, latents, draws, Output.BERNOULLI, random(), Progress.NONE);
            for (int j = 0; j < SHAPE.pixels(); j++) {
                int white = 0;
                for (int i = 0; i < draws; i++) {
                    int pixel = drawn[i * SHAPE.pixels() + j] & 0xff;
                    assertThatBlackOrWhite(pixel);
                    white += pixel / 255;
                }
                assertThat(white / (double) draws).isCloseTo((mean[j] & 0xff) / 255.0, within(0.002 + 6 * 0.0025));
            }
        }
    }

    private static void assertThatBlackOrWhite(int pixel) {
        if (pixel != 0 && pixel != 255) {
            throw new AssertionError("a drawn pixel is " + pixel);
        }
    }

    @Test
    void cancelledTrainingStopsAtOnceAndLeavesTheWorkspaceUsable() {
        try (Vae vae = Vae.open(SHAPE, BATCH)) {
            VaeWeights whole = train(vae, 70, PLAN, Progress.NONE);
            AtomicInteger reports = new AtomicInteger();
            Progress cancelled = fraction -> {
                if (reports.incrementAndGet() == 4) {
                    throw new CancellationException();
                }
            };
            assertThatThrownBy(() -> train(vae, 70, new Training(1000, BATCH, 1e-3), cancelled))
                    .isInstanceOf(CancellationException.class);
            assertThat(reports.get()).isEqualTo(4);
            assertThatThrownBy(() -> vae.sample(whole, 900, Output.MEAN, random(), fraction -> {
                        throw new CancellationException();
                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(train(vae, 70, PLAN, Progress.NONE)).isEqualTo(whole);
        }
    }

    @Test
    void anInterruptIsKeptForItsOwner() {
        try (Vae vae = Vae.open(SHAPE, BATCH)) {
            VaeWeights whole = train(vae, 70, PLAN, Progress.NONE);
            Thread.currentThread().interrupt();
            VaeWeights again = train(vae, 70, PLAN, Progress.NONE);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(again).isEqualTo(whole);
        }
    }

    @Test
    void twoThreadsCannotUseOneWorkspaceAndNobodyAClosedOne() throws InterruptedException {
        Vae vae = Vae.open(SHAPE, BATCH);
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Thread first = new Thread(() -> train(vae, 70, PLAN, fraction -> {
            running.countDown();
            await(release);
        }));
        first.start();
        await(running);
        assertThatThrownBy(() -> train(vae, 70, PLAN, Progress.NONE)).hasMessageContaining("in use");
        assertThatThrownBy(vae::close).hasMessageContaining("in use");
        release.countDown();
        first.join();
        vae.close();
        vae.close();
        assertThatThrownBy(() -> train(vae, 70, PLAN, Progress.NONE)).hasMessageContaining("closed");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        try (Vae vae = Vae.open(SHAPE, BATCH)) {
            VaeWeights weights = Formula.weights(SHAPE, 2);
            assertThatThrownBy(() -> train(vae, 70, new Training(1, 8, 1e-3), Progress.NONE))
                    .hasMessageContaining("batches of 16");
            assertThatThrownBy(() -> vae.encode(weights, new byte[35], 1, Progress.NONE))
                    .hasMessageContaining("35 pixels");
            assertThatThrownBy(() -> vae.decode(weights, new float[2], 1, Output.MEAN, random(), Progress.NONE))
                    .hasMessageContaining("no latents");
            VaeWeights foreign = Formula.weights(new VaeShape(4, 4, 2), 1);
            assertThatThrownBy(() -> vae.encode(foreign, new byte[36], 1, Progress.NONE))
                    .hasMessageContaining("weights of");
        }
        assertThatThrownBy(() -> VaeWeights.of(SHAPE, new float[3])).hasMessageContaining("not 3");
        assertThatThrownBy(() -> new Training(0, 1, 1)).hasMessageContaining("epochs");
        assertThatThrownBy(() -> new Training(1, 0, 1)).hasMessageContaining("batch");
        assertThatThrownBy(() -> new Training(1, 1, Double.NaN)).hasMessageContaining("learning rate");
        assertThatThrownBy(() -> new VaeShape(1, 0, 1)).hasMessageContaining("empty");
    }

    @Test
    void theUsualShapeHas652824Parameters() {
        assertThat(VaeShape.MNIST.parameters()).isEqualTo(652_824);
    }

    @Test
    void freshWeightsAreUniformWithinOneOverTheRootOfTheInputs() {
        float[] values = VaeWeights.random(VaeShape.MNIST, random()).toArray();
        float largest = 0;
        double squares = 0;
        int first = 784 * 400 + 400;
        for (int i = 0; i < first; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
            squares += values[i] * (double) values[i];
        }
        assertThat(largest).isBetween(0.999f / 28, 1f / 28);
        assertThat(Math.sqrt(squares / first)).isCloseTo(1 / 28.0 / Math.sqrt(3), within(1e-4));
    }
}
