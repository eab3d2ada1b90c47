package collapselab.kernel.neural;

/** Asks the CUDA runtime, which may be absent, by reflection. */
final class CudaProbe implements BackendChoice.Cuda {
    /** cudaDevAttrComputeCapabilityMajor and ...Minor of the CUDA runtime API. */
    private static final int MAJOR = 75;

    private static final int MINOR = 76;
    private static final String RUNTIME = "org.bytedeco.cuda.global.cudart";

    @Override
    public boolean libraries() {
        try {
            ClassLoader loader = CudaProbe.class.getClassLoader();
            Class.forName("org.nd4j.linalg.jcublas.JCublasBackend", false, loader);
            Class.forName(RUNTIME, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    @Override
    public int devices() throws ReflectiveOperationException {
        int[] count = {0};
        Class.forName(RUNTIME).getMethod("cudaGetDeviceCount", int[].class).invoke(null, (Object) count);
        return count[0];
    }

    @Override
    public int capability() throws ReflectiveOperationException {
        return 10 * attribute(MAJOR) + attribute(MINOR);
    }

    @Override
    public String device() {
        try {
            return "CUDA device 0, compute capability " + attribute(MAJOR) + "." + attribute(MINOR);
        } catch (ReflectiveOperationException e) {
            return "CUDA device 0";
        }
    }

    private static int attribute(int which) throws ReflectiveOperationException {
        int[] value = {0};
        Class.forName(RUNTIME)
                .getMethod("cudaDeviceGetAttribute", int[].class, int.class, int.class)
                .invoke(null, value, which, 0);
        return value[0];
    }
}
