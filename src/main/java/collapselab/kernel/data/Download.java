package collapselab.kernel.data;

import collapselab.kernel.Progress;
import collapselab.kernel.data.Mnist.Published;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Downloads files of known size and checksum from the first of some mirrors that gives them. */
final class Download {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** How often progress is told, and so how soon a download stops. */
    private static final long TICK_MILLIS = 20;

    private static final int RANGE_REFUSED = 416;

    private final List<URI> mirrors;
    private final List<Published> files;
    private final Duration silence;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(Redirect.NORMAL)
            .build();

    private Download(List<URI> mirrors, List<Published> files, Duration silence) {
        this.mirrors = mirrors.stream().map(Download::asFolder).toList();
        this.files = List.copyOf(files);
        this.silence = silence;
    }

    static Download of(List<URI> mirrors, List<Published> files) {
        return of(mirrors, files, Duration.ofSeconds(20));
    }

    /**
     * A download.
     *
     * @param mirrors addresses that the packed names of the files are added to
     * @param files what to download
     * @param silence how long a mirror may send nothing before it is given up
     */
    static Download of(List<URI> mirrors, List<Published> files, Duration silence) {
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("a download needs a mirror");
        }
        return new Download(mirrors, files, silence);
    }

    /** Why one mirror did not give a file: the end of a sentence. */
    private static final class MirrorFailed extends Exception {
        private static final long serialVersionUID = 1L;

        MirrorFailed(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    /** Fetches the files that are missing or damaged. */
    void into(Path folder, Progress progress) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DataException(
                    "The folder " + folder + " cannot be made; free its name or choose a folder that you may write to.",
                    e);
        }
        long total = files.stream().mapToLong(Published::packedBytes).sum();
        long done = 0;
        for (Published file : files) {
            double from = (double) done / total;
            done += file.packedBytes();
            Progress part = progress.part(from, (double) done / total);
            part.report(0);
            if (!isWhole(folder.resolve(file.packedName()), file)) {
                fetch(file, folder, part);
            }
            part.report(1);
        }
    }

    private static boolean isWhole(Path path, Published file) {
        try {
            return Files.isRegularFile(path)
                    && Files.size(path) == file.packedBytes()
                    && Sha256.of(path).equals(file.packedSha256());
        } catch (IOException e) {
            throw new DataException(path + " cannot be read; check the disk it is on and try again.", e);
        }
    }

    private void fetch(Published file, Path folder, Progress progress) {
        Path target = folder.resolve(file.packedName());
        Path growing = folder.resolve(file.packedName() + ".part");
        try {
            try (PartFile part = PartFile.open(growing, file.packedBytes())) {
                complete(file, part, folder, progress);
            }
            Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw PartFile.unwritable(target, e);
        }
    }

    private void complete(Published file, PartFile part, Path folder, Progress progress) throws IOException {
        MirrorFailed last = null;
        for (URI mirror : mirrors) {
            try {
                boolean resumed = part.size() > 0;
                if (!arrives(mirror, file, part, progress) && resumed) {
                    // What was there already may have been the damage: once more from the start.
                    part.clear();
                    arrives(mirror, file, part, progress);
                }
                if (part.holds(file.packedSha256())) {
                    return;
                }
                part.clear();
                throw new MirrorFailed("sends a file with another checksum", null);
            } catch (MirrorFailed e) {
                last = new MirrorFailed(mirror.getHost() + " " + e.getMessage(), e);
            }
        }
        throw new DataException(
                file.packedName() + " could not be downloaded from "
                        + (mirrors.size() == 1 ? "its mirror" : "any of " + mirrors.size() + " mirrors")
                        + " (the last, "
                        + last.getMessage() + "); check the network and try again, or put the file into " + folder
                        + " yourself.",
                last);
    }

    /** Fetches what is missing of a file; whether the whole then has the right checksum. */
    private boolean arrives(URI mirror, Published file, PartFile part, Progress progress)
            throws MirrorFailed, IOException {
        if (part.size() < file.packedBytes()) {
            if (receive(mirror.resolve(file.packedName()), part, progress) == RANGE_REFUSED) {
                return false;
            }
            if (part.size() < file.packedBytes()) {
                throw new MirrorFailed("sends only a part of the file", null);
            }
        }
        return part.holds(file.packedSha256());
    }

    /** Appends what an address sends; its status. */
    private int receive(URI address, PartFile part, Progress progress) throws MirrorFailed, IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (part.size() > 0) {
            request.header("Range", "bytes=" + part.size() + "-");
        }
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request.build(), part);
        try {
            int status = watched(answer, part, progress).statusCode();
            if (status != 200 && status != 206 && status != RANGE_REFUSED) {
                throw new MirrorFailed("answers with status " + status, null);
            }
            return status;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof DataException own) {
                throw own;
            }
            throw new MirrorFailed(reason(cause), cause);
        } finally {
            answer.cancel(true);
        }
    }

    /** Waits for the answer and its body, telling progress meanwhile. */
    private HttpResponse<Void> watched(CompletableFuture<HttpResponse<Void>> answer, PartFile part, Progress progress)
            throws MirrorFailed, ExecutionException, IOException {
        long size = part.size();
        long since = System.nanoTime();
        while (true) {
            try {
                return answer.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            } catch (TimeoutException e) {
                progress.report((double) Math.min(part.size(), part.expected()) / part.expected());
            }
            if (part.size() != size) {
                size = part.size();
                since = System.nanoTime();
            } else if (System.nanoTime() - since > silence.toNanos()) {
                throw new MirrorFailed("has stopped sending", null);
            }
        }
    }

    private static String reason(Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException) {
            return "cannot be reached";
        }
        return cause instanceof SSLException ? "offers no secure connection" : "broke the connection";
    }

    private static URI asFolder(URI mirror) {
        String text = mirror.toString();
        return text.endsWith("/") ? mirror : URI.create(text + "/");
    }
}
