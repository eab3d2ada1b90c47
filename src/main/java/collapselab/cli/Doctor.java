package collapselab.cli;

import collapselab.session.Failure;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * Looks at everything this machine must have, by trying it.
 *
 * @param terminal where it was called
 * @param lab what is tried
 * @param data the data folder that was named, if one was
 */
record Doctor(Terminal terminal, Lab lab, Optional<Path> data) {
    private static final long LEAST_HEAP = 1L << 30;
    /** Results are of megabytes, the libraries of networks of 400. */
    private static final int TRIED_BYTES = 1 << 20;

    private static final long LEAST_DISK = 500L << 20;

    /**
     * What was found.
     *
     * @param opening whether a window may be opened to try it, after which this process can open no other
     */
    List<Finding> findings(boolean opening) {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(threads());
        findings.add(memory());
        findings.add(tried("backend", lab::probeBackend));
        findings.add(blas());
        findings.add(tried("data", () -> lab.digits(data)));
        findings.add(home());
        findings.add(cache());
        findings.add(disk());
        findings.addAll(display(Display.of(terminal.environment()), opening));
        return findings;
    }

    /** One line a finding. */
    static String text(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            String subject = finding.subject();
            text.append(finding.state().word()
                    + " ".repeat(6 - finding.state().word().length()));
            text.append(subject + " ".repeat(12 - subject.length()) + finding.text() + "\n");
        }
        return text.toString();
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
            LoggerFactory.getLogger(Doctor.class).warn(subject, e);
            return Finding.bad(subject, Failure.sentence(e));
        }
    }

    private Finding blas() {
        String core = terminal.environment().getOrDefault("OPENBLAS_CORETYPE", "");
        return core.isBlank()
                ? Finding.good("BLAS", "OpenBLAS chooses the kernels of this processor")
                : Finding.note(
                        "BLAS",
                        "OPENBLAS_CORETYPE=" + core
                                + " chooses OpenBLAS' kernels, which can halve the speed of training:"
                                + " unset it unless you need it.");
    }

    private Finding home() {
        Home home = lab.machine().home();
        return home.trouble()
                .map(trouble -> Finding.note("home", trouble))
                .orElseGet(() -> Finding.good("home", home.folder().toString()));
    }

    private Finding cache() {
        Path folder = lab.cache();
        Path existing = folder.toAbsolutePath();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            tried(existing);
            return Finding.good("cache", folder.toString());
        } catch (IOException | IllegalArgumentException e) {
            return Finding.note(
                    "cache",
                    folder + " cannot be written (" + existing
                            + " takes no file): free it, or set XDG_CACHE_HOME to a folder of yours.");
        }
    }

    /** Writes a file of the size of a library's smallest part, and removes it: a full disk takes an empty one. */
    private static void tried(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, ".try-", "");
        try {
            Files.write(file, new byte[TRIED_BYTES]);
        } finally {
            Files.delete(file);
        }
    }

    /** Room for results, where the program was called. */
    private Finding disk() {
        Path here = terminal.find(Path.of("")).toAbsolutePath();
        try {
            long free = Files.getFileStore(here).getUsableSpace();
            return free >= LEAST_DISK
                    ? Finding.good("disk", megabytes(free) + " free for results in " + here)
                    : Finding.note("disk", "only " + megabytes(free) + " free for results in " + here + ": make room.");
        } catch (IOException e) {
            return Finding.note("disk", here + " cannot be looked at: work in another folder.");
        }
    }

    private List<Finding> display(Display display, boolean opening) {
        List<Finding> findings = new ArrayList<>();
        findings.add(window(display, opening));
        if (display.linux()) {
            findings.add(library(display, "GTK 3", List.of(Display.GTK, Display.XTEST), display.missingForGtk()));
            findings.add(library(display, "Pango", List.of(Display.PANGO), display.missingForPictures()));
        }
        findings.add(lab.machine()
                .fonts()
                .map(trouble -> Finding.bad("fonts", trouble))
                .orElse(Finding.good("fonts", "present")));
        findings.add(lab.machine()
                .toolkit()
                .map(trouble -> Finding.bad("pictures", trouble))
                .orElse(Finding.good("pictures", "the window's libraries can be loaded")));
        return findings;
    }

    private Finding window(Display display, boolean opening) {
        if (!display.wanted()) {
            return Finding.note(
                    "display",
                    "none (neither DISPLAY nor WAYLAND_DISPLAY is set): pictures are made"
                            + " off screen; for the window start it on a desktop.");
        }
        Optional<String> missing = display.missingForWindow();
        if (missing.isPresent()) {
            return Finding.note("display", missing.get());
        }
        return opening
                ? tried("display", () -> {
                    lab.machine().tryDisplay();
                    return "present, and a window can be opened on it";
                })
                : Finding.good("display", "present");
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
