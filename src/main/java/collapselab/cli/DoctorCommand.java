package collapselab.cli;

import collapselab.experiment.RunSpec;
import collapselab.experiment.SpecException;
import collapselab.export.Inputs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
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
    private final Call call;

    @Option(names = "--data", paramLabel = "DIR", description = "The folder that holds mnist/.")
    private Path data;

    @Option(
            names = "--report",
            paramLabel = "F",
            description = "Write that and the end of the log into a file to send along with a question;"
                    + " your name, folders and machine are left out.")
    private Path report;

    @Option(names = "--spec", paramLabel = "SPEC", description = "The run that the report is about.")
    private String spec;

    DoctorCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() throws IOException {
        if (spec != null && report == null) {
            throw new UsageException("--spec is for a report: name its file with --report.");
        }
        if (report != null) {
            call.signal().during(() -> inputs().protect(call.terminal().find(report)));
            Report.expectOlder(call.terminal().find(report));
        }
        Doctor doctor = new Doctor(call.terminal(), call.lab(), call.folder(data));
        List<Finding> findings = call.signal().during(() -> doctor.findings(true));
        call.signal().check(); // what it finds while the program ends is not so
        call.terminal().print(Doctor.text(findings));
        if (report != null) {
            Path file = call.terminal().find(report);
            Report.write(file, Doctor.text(findings), spec == null ? "" : spec, call.terminal());
            call.terminal().say("Wrote the report " + file + "; read it before you send it.");
        }
        return findings.stream().anyMatch(f -> f.state() == Finding.State.BAD) ? 1 : 0;
    }

    /** What a report must not replace. It may be about a spec that cannot be run: that is what reports are for. */
    private Inputs inputs() {
        if (spec != null) {
            try {
                return call.inputs(RunSpec.read(spec, call.experiments(data)), data);
            } catch (SpecException e) {
                LoggerFactory.getLogger(DoctorCommand.class).info("a report about what is no spec", e);
            }
        }
        return new Inputs(call.lab().digitFiles(call.folder(data)));
    }
}
