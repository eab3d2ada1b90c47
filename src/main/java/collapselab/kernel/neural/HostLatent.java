package collapselab.kernel.neural;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** The latent layer on the CPU; R Z numbers are few, so it works on all of them at once. */
final class HostLatent implements Kernels.Latent {
    private final FloatBuffer codesMemory;
    private final FloatBuffer biasMemory;
    private final FloatBuffer latentMemory;
    private final FloatBuffer latentGradientMemory;
    private final FloatBuffer biasGradientMemory;
    private final int latents;
    private final float[] codes;
    private final float[] bias;
    private final float[] z;
    private final float[] deviation;
    private final float[] noise;
    private final float[] sum;

    HostLatent(Kernels.LatentArrays arrays) {
        codesMemory = arrays.codes().memory();
        biasMemory = arrays.bias().memory();
        latentMemory = arrays.latents().memory();
        latentGradientMemory = arrays.latentGradient().memory();
        biasGradientMemory = arrays.biasGradient().memory();
        latents = arrays.latents().columns();
        codes = new float[arrays.codes().size()];
        bias = new float[2 * latents];
        z = new float[arrays.latents().size()];
        deviation = new float[z.length];
        noise = new float[z.length];
        sum = new float[2 * latents];
    }

    @Override
    public double draw(float[] standardNormal, int filled) {
        codesMemory.get(0, codes);
        biasMemory.get(0, bias);
        System.arraycopy(standardNormal, 0, noise, 0, filled * latents);
        double divergence = 0;
        for (int i = 0; i < filled; i++) {
            for (int j = 0; j < latents; j++) {
                int c = 2 * i * latents + j;
                int k = i * latents + j;
                codes[c] += bias[j];
                codes[c + latents] += bias[latents + j];
                float mean = codes[c];
                float logVariance = codes[c + latents];
                float sd = (float) Math.exp(0.5f * logVariance);
                deviation[k] = sd;
                z[k] = mean + sd * noise[k];
                divergence += 0.5f * (mean * mean + sd * sd - 1f - logVariance);
            }
        }
        Arrays.fill(z, filled * latents, z.length, 0f);
        latentMemory.put(0, z);
        return divergence;
    }

    @Override
    public void gradient(int filled, float scale) {
        latentGradientMemory.get(0, z);
        Arrays.fill(sum, 0f);
        for (int i = 0; i < filled; i++) {
            for (int j = 0; j < latents; j++) {
                int c = 2 * i * latents + j;
                int k = i * latents + j;
                float sd = deviation[k];
                float byMean = z[k] + codes[c] * scale;
                float byLogVariance = 0.5f * (z[k] * noise[k] * sd + (sd * sd - 1f) * scale);
                codes[c] = byMean;
                codes[c + latents] = byLogVariance;
                sum[j] += byMean;
                sum[latents + j] += byLogVariance;
            }
        }
        Arrays.fill(codes, 2 * filled * latents, codes.length, 0f);
        codesMemory.put(0, codes);
        biasGradientMemory.put(0, sum);
    }

    @Override
    public void means(int filled, float[] to, int offset) {
        codesMemory.get(0, codes);
        biasMemory.get(0, bias);
        for (int i = 0; i < filled; i++) {
            for (int j = 0; j < latents; j++) {
                to[offset + i * latents + j] = codes[2 * i * latents + j] + bias[j];
            }
        }
    }

    @Override
    public void set(float[] from, int offset, int filled) {
        latentMemory.put(0, from, offset, filled * latents);
    }
}
