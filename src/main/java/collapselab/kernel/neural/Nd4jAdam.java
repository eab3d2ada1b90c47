package collapselab.kernel.neural;

final class Nd4jAdam implements Kernels.Adam {
    Nd4jAdam(Nd4jKernels k, Matrix w, Matrix g) {}

    @Override
    public void reset() {}

    @Override
    public void update(AdamRate rate) {
        throw new UnsupportedOperationException();
    }
}
