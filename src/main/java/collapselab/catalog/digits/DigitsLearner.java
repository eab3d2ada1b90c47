package collapselab.catalog.digits;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Learner;
import collapselab.experiment.Onlooker;
import collapselab.experiment.Protocol;
import collapselab.experiment.Setting;
import collapselab.kernel.Progress;
import collapselab.kernel.data.DigitData;
import collapselab.kernel.data.Images;
import collapselab.kernel.neural.Classifier;
import collapselab.kernel.neural.Output;
import collapselab.kernel.neural.Training;
import collapselab.kernel.neural.Vae;
import collapselab.kernel.neural.VaeWeights;
import collapselab.kernel.random.Draws;
import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import collapselab.plot.Doubles;
import collapselab.plot.Pixels;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Trains, samples and judges the autoencoder of one chain. */
final class DigitsLearner implements Learner<DigitSample, VaeWeights, DigitsSnapshot> {
    /** Every generation is judged by this many generated digits. */
    private static final int JUDGED = 10_000;

    private final DigitsParameters parameters;
    private final Protocol protocol;
    private final DataRegime regime;
    private final DigitData data;
    private final Judge judge;
    private final Vae vae;
    private final Pace pace;
    private Onlooker onlooker = Onlooker.NONE;

    /** Whose classes were counted last: the snapshot of a generation follows its measurement. */
    private long judgedSeed;

    private int judgedGeneration = -1;
    private int[] classes;

    DigitsLearner(Setting<DigitsParameters> setting, DigitData data, Judge judge, Pace pace) {
        parameters = setting.parameters();
        protocol = setting.protocol();
        regime = setting.regime();
        this.data = data;
        this.judge = judge;
        this.pace = pace;
        vae = Vae.open(parameters.shape(), parameters.batch());
    }

    /**
     * Real digits in an order of the chain's own: generation 0 has the first n, each later generation the next ones, from the
     * start again when all have been used.
     */
    @Override
    public DigitSample real(int n, Draws draws, Progress progress) {
        progress.report(0);
        Images all = data.train().images();
        int[] order = IntStream.range(0, all.count()).toArray();
        PermutationSampler.shuffle(new Randomness(draws.seed(0)).stream(0, Purpose.REAL_DATA), order);
        int g = draws.generation();
        long from = IntStream.range(0, g).mapToLong(this::realAt).sum();
        int[] chosen = new int[n];
        Arrays.setAll(chosen, i -> order[(int) ((from + i) % order.length)]);
        return new DigitSample(all.select(chosen));
    }

    /** How many real digits a generation has been given. */
    private long realAt(int generation) {
        int batch = regime.batch(protocol, generation);
        return generation == 0 ? batch : protocol.realSamples(batch);
    }

    @Override
    public void watched(Onlooker by) {
        onlooker = by;
    }

    @Override
    public VaeWeights fit(DigitSample training, Optional<VaeWeights> previous, Draws draws, Progress progress) {
        UniformRandomProvider random = draws.stream(0);
        VaeWeights start = previous.filter(last -> parameters.start() == Start.WARM)
                .orElseGet(() -> VaeWeights.random(parameters.shape(), random));
        Training plan = new Training(parameters.epochs(), parameters.batch(), parameters.learningRate());
        int size = training.size();
        TrainingView view = new TrainingView(
                onlooker,
                draws.generation(),
                regime.role(),
                codes(draws.seed(0), DigitsSnapshot.SAMPLES),
                size,
                parameters.epochs());
        long began = System.nanoTime();
        VaeWeights fitted = vae.train(start, training.images().toArray(), size, plan, random, view, progress);
        pace.trained(parameters, (long) size * parameters.epochs(), System.nanoTime() - began);
        return fitted;
    }

    @Override
    public DigitSample sample(VaeWeights model, int n, Draws draws, Progress progress) {
        byte[] pixels = vae.sample(model, n, parameters.output().output(), draws.stream(0), progress);
        return new DigitSample(images(pixels));
    }

    private static Images images(byte[] pixels) {
        return Images.of(28, 28, pixels);
    }

    @Override
    public double[][] measure(VaeWeights model, VaeWeights first, Draws draws, Progress progress) {
        UniformRandomProvider random = draws.stream(0);
        Output output = parameters.output().output();
        byte[] generated = vae.sample(model, JUDGED, output, random, progress.part(0, 0.2));
        double nelbo = vae.negativeElbo(model, judge.test(), judge.testCount(), random, progress.part(0.2, 0.6));
        double spread = deviation(vae.encode(first, generated, JUDGED, progress.part(0.6, 0.8)));
        classes = judge.classes(generated, JUDGED);
        progress.report(0.9);
        double frechet = judge.frechet(generated, JUDGED);
        judgedSeed = draws.seed(0);
        judgedGeneration = draws.generation();
        return new double[][] {{nelbo}, {spread}, {frechet}, {Judge.entropy(classes)}, {Judge.alive(classes, JUDGED)}};
    }

    private static double deviation(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }

    @Override
    public DigitsSnapshot snapshot(
            VaeWeights model, VaeWeights first, DigitSample training, Draws draws, Progress progress) {
        Output output = parameters.output().output();
        byte[] grid = vae.sample(model, DigitsSnapshot.SAMPLES, output, draws.stream(0), progress.part(0, 0.5));
        float[] codes = codes(draws.seed(0), DigitsSnapshot.CODES);
        byte[] strip =
                vae.decode(model, codes, DigitsSnapshot.CODES, Output.MEAN, draws.stream(0), progress.part(0.5, 0.7));
        if (judgedSeed != draws.seed(0) || judgedGeneration != draws.generation()) {
            // The digits that a measurement would judge, not those of the grid again.
            UniformRandomProvider measured = new Randomness(draws.seed(0)).stream(draws.generation(), Purpose.MEASURE);
            byte[] generated = vae.sample(model, JUDGED, output, measured, progress.part(0.7, 1));
            classes = judge.classes(generated, JUDGED);
        }
        Doubles shares = Doubles.generate(Classifier.CLASSES, k -> (double) classes[k] / JUDGED);
        return new DigitsSnapshot(draws.generation(), Pixels.of(grid), Pixels.of(strip), shares, judge.testShares());
    }

    /** The first latent codes that a chain is looked at by, (count, Z): addressed without the generation, the same in all. */
    private float[] codes(long seed, int count) {
        var gaussian = ZigguratSampler.NormalizedGaussian.of(new Randomness(seed).stream(0, Purpose.CODES));
        float[] codes = new float[count * parameters.latent()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (float) gaussian.sample();
        }
        return codes;
    }

    @Override
    public void close() {
        vae.close();
    }
}
