package collapselab.kernel.neural;

import java.util.Locale;
import java.util.Optional;

/**
 * Which backend ND4J will use, decided before ND4J loads.
 *
 * @param gpu whether it is CUDA
 * @param device what it runs on, such as "cpu"
 * @param whyNotGpu the reason, a sentence, when it is the CPU
 * @param refusal a sentence, when what was asked for cannot be had
 */
record BackendChoice(boolean gpu, String device, Optional<String> whyNotGpu, Optional<String> refusal) {
    /** {@code cpu} or {@code cuda}; without it CUDA is used where it works. */
    static final String PROPERTY = "collapselab.backend";

    /** Compute capabilities that nd4j-cuda-11.6 has machine code for: sm_37 to sm_86, which 8.9 runs too. */
    private static final int OLDEST = 37;

    private static final int NEWEST = 89;

    /** Decides from what was asked for, null for nothing, and from what is found. */
    static BackendChoice decide(String asked, Cuda cuda) {
        if (asked == null || asked.equals("cuda")) {
            Optional<String> obstacle = obstacle(cuda);
            if (obstacle.isEmpty()) {
                return new BackendChoice(true, cuda.device(), Optional.empty(), Optional.empty());
            }
            Optional<String> refusal =
                    asked == null ? Optional.empty() : Optional.of("CUDA was asked for, but " + obstacle.get());
            return new BackendChoice(false, "cpu", obstacle.map(BackendChoice::sentence), refusal);
        }
        if (asked.equals("cpu")) {
            return new BackendChoice(
                    false, "cpu", Optional.of("The CPU was asked for (" + PROPERTY + "=cpu)."), Optional.empty());
        }
        String refusal = PROPERTY + " must be cpu or cuda, not \"" + asked + "\".";
        return new BackendChoice(false, "cpu", Optional.of(refusal), Optional.of(refusal));
    }

    private static Optional<String> obstacle(Cuda cuda) {
        if (!cuda.libraries()) {
            return Optional.of("the CUDA libraries of ND4J are not on the class path.");
        }
        int capability;
        try {
            if (cuda.devices() == 0) {
                return Optional.of("no CUDA device was found.");
            }
            capability = cuda.capability();
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            return Optional.of("CUDA does not start: " + rootMessage(e) + ".");
        }
        if (capability < OLDEST || capability > NEWEST) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "the device has compute capability %d.%d, and this version of ND4J runs on 3.7 to 8.9.",
                    capability / 10,
                    capability % 10));
        }
        return Optional.empty();
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static String sentence(String obstacle) {
        return Character.toUpperCase(obstacle.charAt(0)) + obstacle.substring(1);
    }

    /** What can be known of CUDA without loading ND4J. */
    interface Cuda {
        /** Whether ND4J's CUDA classes are there. */
        boolean libraries();

        /** Devices the driver knows. */
        int devices() throws ReflectiveOperationException;

        /** Compute capability of device 0, times ten: 86 for 8.6. */
        int capability() throws ReflectiveOperationException;

        /** A name for the device. */
        String device();
    }
}
