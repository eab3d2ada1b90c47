package collapselab.kernel.neural;

final class Nd4jBernoulli implements Kernels.BernoulliOutput {
    Nd4jBernoulli(Nd4jKernels k, Matrix a, Matrix b, Matrix c, Matrix d) {}

    @Override
    public double lossAndGradient(int filled, float scale) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void means(int filled, Kernels.Rows target) {}
}
