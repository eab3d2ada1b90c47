package collapselab.kernel.neural;

final class Nd4jLatent implements Kernels.Latent {
    Nd4jLatent(Nd4jKernels k, Kernels.LatentArrays a) {}

    @Override
    public double draw(float[] noise, int filled) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void gradient(int filled, float scale) {}

    @Override
    public void means(int filled, float[] to, int offset) {}

    @Override
    public void set(float[] from, int offset, int filled) {}
}
