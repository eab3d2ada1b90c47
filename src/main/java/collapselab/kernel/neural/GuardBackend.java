package collapselab.kernel.neural;

import org.nd4j.linalg.cpu.nativecpu.CpuBackend;

/**
 * ND4J's CPU backend with a vote of its own: ND4J takes the backend of highest priority, and one that dies while it loads
 * takes ND4J with it. So this one steps in front of CUDA's whenever CUDA is not wanted or cannot work. A service.
 */
public final class GuardBackend extends CpuBackend {
    /** Called by ND4J. */
    public GuardBackend() {}

    @Override
    public int getPriority() {
        return Backend.current().gpu() ? -1 : 10_000;
    }
}
