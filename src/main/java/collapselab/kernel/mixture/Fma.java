package collapselab.kernel.mixture;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * Products and sums that are fused where the processor has an instruction for it. Where it has none, {@link Math#fma} takes
 * fifty times as long, by way of decimal numbers of any length: there a product is rounded before it is added to.
 */
final class Fma {
    /** Asked of the virtual machine, not measured: a measured choice could change a run's bytes. */
    private static final boolean FUSED = fused();

    private Fma() {}

    /** a b + c, rounded once or twice. */
    static double of(double a, double b, double c) {
        return FUSED ? Math.fma(a, b, c) : a * b + c;
    }

    private static boolean fused() {
        try {
            HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return machine != null
                    && Boolean.parseBoolean(machine.getVMOption("UseFMA").getValue());
        } catch (IllegalArgumentException e) {
            return false; // a machine without this option: rounding twice is fast on all of them
        }
    }
}
