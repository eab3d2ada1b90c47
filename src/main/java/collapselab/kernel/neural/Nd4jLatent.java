package collapselab.kernel.neural;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;

/** The latent layer by ND4J operations. */
final class Nd4jLatent implements Kernels.Latent {
    private final int latents;
    private final RowWeights weights;
    private final INDArray mean;
    private final INDArray noise;
    private final float[] padded;
    private final Matrix target;
    private final Nd4jKernels kernels;
    private final INDArray divergence;
    private final Runnable addBias;
    private final Runnable draw;
    private final Runnable gradient;

    Nd4jLatent(Nd4jKernels kernels, Kernels.LatentArrays arrays) {
        this.kernels = kernels;
        target = arrays.latents();
        latents = target.columns();
        int rows = target.rows();
        padded = new float[target.size()];
        weights = new RowWeights(kernels, rows);
        INDArray codes = arrays.codes().array();
        mean = Nd4jKernels.columns(codes, 0, latents);
        INDArray logVariance = Nd4jKernels.columns(codes, latents, 2 * latents);
        noise = kernels.zeros(rows, latents);
        divergence = kernels.scalar();
        INDArray deviation = kernels.zeros(rows, latents);
        INDArray scaledNoise = kernels.zeros(rows, latents);
        INDArray variance = kernels.zeros(rows, latents);
        INDArray term = kernels.zeros(rows, latents);
        INDArray half = kernels.constant(0.5f);
        INDArray one = kernels.constant(1f);
        INDArray weight = weights.column();
        addBias = kernels.operation("add", codes, codes, arrays.bias().array());
        draw = Nd4jKernels.sequence(
                kernels.operation("multiply", deviation, logVariance, half),
                kernels.transform(new Exp(deviation, deviation)),
                kernels.operation("multiply", scaledNoise, deviation, noise),
                kernels.operation("add", target.array(), scaledNoise, mean),
                kernels.operation("multiply", variance, deviation, deviation),
                kernels.operation("multiply", term, mean, mean),
                kernels.operation("add", term, term, variance),
                kernels.operation("subtract", term, term, logVariance),
                kernels.operation("subtract", term, term, one),
                kernels.operation("multiply", term, term, weight),
                kernels.total(term, divergence));
        INDArray byLatent = arrays.latentGradient().array();
        gradient = Nd4jKernels.sequence(
                kernels.operation("multiply", mean, mean, weight),
                kernels.operation("add", mean, mean, byLatent),
                kernels.operation("multiply", logVariance, byLatent, scaledNoise),
                kernels.operation("subtract", term, variance, one),
                kernels.operation("multiply", term, term, weight),
                kernels.operation("add", logVariance, logVariance, term),
                kernels.operation("multiply", logVariance, logVariance, half),
                kernels.columnSums(arrays.codes(), arrays.biasGradient()));
    }

    @Override
    public double draw(float[] standardNormal, int filled) {
        noise.data().setData(padded(standardNormal, 0, filled));
        weights.set(filled, 1f);
        addBias.run();
        draw.run();
        return 0.5 * divergence.getDouble(0);
    }

    @Override
    public void gradient(int filled, float scale) {
        weights.set(filled, scale);
        gradient.run();
    }

    @Override
    public void means(int filled, float[] to, int offset) {
        addBias.run();
        float[] all = mean.dup('c').data().asFloat();
        System.arraycopy(all, 0, to, offset, filled * latents);
    }

    @Override
    public void set(float[] from, int offset, int filled) {
        kernels.write(target, padded(from, offset, filled), 0);
    }

    private float[] padded(float[] from, int offset, int filled) {
        System.arraycopy(from, offset, padded, 0, filled * latents);
        Arrays.fill(padded, filled * latents, padded.length, 0f);
        return padded;
    }
}
