package collapselab.session;

import collapselab.experiment.Experiment;
import collapselab.experiment.Generation;
import collapselab.experiment.Learner;
import collapselab.experiment.Protocol;
import collapselab.experiment.RecursiveTraining;
import collapselab.experiment.RecursiveTraining.Wanted;
import collapselab.experiment.Sample;
import collapselab.experiment.Setting;
import collapselab.kernel.Progress;
import collapselab.kernel.Unchecked;
import collapselab.kernel.random.Chains;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;

/**
 * One thread's share of an ensemble: every so-manieth block, with a learner of its own. It runs at most one block ahead of
 * whoever takes the results, which bounds the memory and keeps the order.
 */
final class Lane<P extends Record, V> implements Runnable {
    /**
     * Which blocks of chains a lane computes.
     *
     * @param first its first block
     * @param step from one of its blocks to the next
     * @param blocks how many blocks all lanes have together
     * @param size chains in a block; the last may have fewer
     */
    record Share(int first, int step, int blocks, int size) {}

    /** A block, and why it is not whole, if it is not. */
    record Delivery(ChainBlock block, Optional<Throwable> failure) {
        void rethrow() {
            if (failure.isPresent()) {
                throw Unchecked.of(failure.get());
            }
        }
    }

    private final Experiment<P, V> experiment;
    private final Setting<P> setting;
    private final List<Integer> wanted;
    private final Share share;
    private final Progress progress;
    private final BlockingQueue<Delivery> finished = new ArrayBlockingQueue<>(1);

    Lane(Experiment<P, V> experiment, Setting<P> setting, List<Integer> wanted, Share share, Progress progress) {
        this.experiment = experiment;
        this.setting = setting;
        this.wanted = wanted;
        this.share = share;
        this.progress = progress;
    }

    /** The next of its blocks; waits for it. */
    Delivery take() {
        try {
            return finished.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    @Override
    public void run() {
        try {
            deliver();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody takes any more
        }
    }

    private void deliver() throws InterruptedException {
        List<Generation<?>> done = new ArrayList<>();
        Chains chains = chains(share.first());
        try (Learner<?, ?, V> learner = experiment.open(setting, progress.part(0, 0))) {
            double size = (double) share.step() / share.blocks();
            for (int b = share.first(), k = 0; b < share.blocks(); b += share.step(), k++) {
                chains = chains(b);
                done.clear();
                compute(learner, chains, done, progress.part(Math.min(1, k * size), Math.min(1, (k + 1) * size)));
                finished.put(new Delivery(new ChainBlock(chains.seed(0), chains.count(), done), Optional.empty()));
            }
        } catch (RuntimeException | Error e) {
            finished.put(new Delivery(new ChainBlock(chains.seed(0), chains.count(), done), Optional.of(e)));
        }
    }

    private Chains chains(int block) {
        Protocol protocol = setting.protocol();
        int before = block * share.size();
        return Chains.from(protocol.seed() + before, Math.min(share.size(), protocol.seeds() - before));
    }

    /** Computes a block as far as something is wanted of it; {@code done} holds what was measured even if this throws. */
    private <S extends Sample<S>, M> void compute(
            Learner<S, M, V> learner, Chains chains, List<Generation<?>> done, Progress part) {
        var training = new RecursiveTraining<>(learner, setting.protocol(), setting.regime(), chains);
        int total = wanted.get(wanted.size() - 1) + 1;
        for (int g = 0; g < total; g++) {
            boolean measured = wanted.get(done.size()) == g;
            Generation<V> generation = training.next(
                    measured ? Wanted.METRICS : Wanted.NOTHING, part.part((double) g / total, (g + 1.0) / total));
            if (measured) {
                done.add(generation);
            }
            part.report((g + 1.0) / total);
        }
    }
}
