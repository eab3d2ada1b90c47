package collapselab.cli;

import collapselab.session.Failure;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what the program finds on this machine, and what to do about what is missing. */
@Command(
        name = "doctor",
        description = {
            "Looks at Java, backend, threads, BLAS, data, display, memory and caches,",
            "and says what to do about what is missing."
        })
final class DoctorCommand implements Callable<Integer> {
    private static final long LEAST_HEAP = 1L << 30;

    private final Call call;

    @Option(names = "--data", paramLabel = "DIR", description = "The folder that holds mnist/.")
    private Path data;

    DoctorCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() throws IOException {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(threads());
        findings.add(memory());
        findings.add(tried("backend", call.lab()::probeBackend));
        findings.add(blas());
        findings.add(tried("data", () -> call.lab().digits(call.folder(data))));
        findings.add(cache());
        findings.addAll(display(Display.of(call.terminal().environment())));
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            String subject = finding.subject();
            text.append(finding.state().word()
                    + " ".repeat(6 - finding.state().word().length()));
            text.append(subject + " ".repeat(12 - subject.length()) + finding.text() + "\n");
        }
        call.terminal().print(text.toString());
        return findings.stream().anyMatch(f -> f.state() == Finding.State.BAD) ? 1 : 0;
    }

    private static Finding java() {
        String text = System.getProperty("java.version") + ", " + System.getProperty("java.vendor") + " ("
                + System.getProperty("java.home") + ")";
        return Finding.good("Java", text);
    }

    private static Finding threads() {
        int cores = Runtime.getRuntime().availableProcessors();
        return cores > 1
                ? Finding.good("threads", cores + " cores")
                : Finding.note("threads", "1 core: the window is slow to follow while a network trains; allow more.");
    }

    private static Finding memory() {
        long heap = Runtime.getRuntime().maxMemory();
        String text = "Java may use " + megabytes(heap) + physical();
        return heap >= LEAST_HEAP
                ? Finding.good("memory", text)
                : Finding.note("memory", text + "; for large runs start with COLLAPSELAB_JVM=-Xmx2g.");
    }

    private static String physical() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? " of " + megabytes(system.getTotalMemorySize())
                : "";
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }

    /** Something that is either found or refused with a sentence. */
    private static Finding tried(String subject, Supplier<String> found) {
        try {
            return Finding.good(subject, found.get());
        } catch (RuntimeException | LinkageError e) {
            return Finding.bad(subject, Failure.sentence(e));
        }
    }

    private Finding blas() {
        String core = call.terminal().environment().getOrDefault("OPENBLAS_CORETYPE", "");
        return core.isBlank()
                ? Finding.good("BLAS", "OpenBLAS chooses the kernels of this processor")
                : Finding.note(
                        "BLAS",
                        "OPENBLAS_CORETYPE=" + core
                                + " chooses OpenBLAS' kernels, which can halve the speed of training:"
                                + " unset it unless you need it.");
    }

    private Finding cache() {
        Path folder = call.lab().cache();
        Path existing = folder.toAbsolutePath();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing != null && Files.isDirectory(existing) && Files.isWritable(existing)
                ? Finding.good("cache", folder.toString())
                : Finding.note(
                        "cache", folder + " cannot be written: free it, or set XDG_CACHE_HOME to a folder of yours.");
    }

    private static List<Finding> display(Display display) {
        if (!display.linux()) {
            return List.of(Finding.good("display", "present"));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(
                display.present()
                        ? Finding.good("display", "present")
                        : Finding.note(
                                "display",
                                "none (neither DISPLAY nor WAYLAND_DISPLAY is set): pictures are made"
                                        + " off screen; for the window start it on a desktop."));
        findings.add(library(display, "GTK 3", List.of(Display.GTK, Display.XTEST), display.missingForWindow()));
        findings.add(library(display, "Pango", List.of(Display.PANGO), display.missingForPictures()));
        return findings;
    }

    private static Finding library(Display display, String subject, List<String> names, Optional<String> missing) {
        if (missing.isPresent()) {
            return Finding.note(subject, missing.get());
        }
        return Finding.good(
                subject,
                String.join(
                        ", ",
                        names.stream()
                                .map(name -> display.libraries()
                                        .find(name)
                                        .orElseThrow()
                                        .toString())
                                .toList()));
    }
}
