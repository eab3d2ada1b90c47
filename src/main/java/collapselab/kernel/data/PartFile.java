package collapselab.kernel.data;

import java.io.Closeable;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * A file that is being downloaded, under a name of its own; bodies of answers are appended to it. Locked while it is open,
 * so that two programs do not write into one another's.
 */
final class PartFile implements BodyHandler<Void>, Closeable {
    private final Path path;
    private final long expected;
    private final FileChannel channel;
    /** The body that may write: a mirror that was given up may still send a little. */
    private Body current;

    private PartFile(Path path, long expected, FileChannel channel) {
        this.path = path;
        this.expected = expected;
        this.channel = channel;
    }

    /**
     * Opens a part file, or makes it.
     *
     * @param path where it is
     * @param expected bytes of the whole file
     * @throws DataException if it cannot be written or another program writes it
     */
    static PartFile open(Path path, long expected) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unwritable(path, e);
        }
        try {
            if (channel.tryLock() != null) {
                PartFile part = new PartFile(path, expected, channel);
                if (part.size() > expected) {
                    part.clear();
                }
                return part;
            }
        } catch (OverlappingFileLockException e) {
            // Locked by another thread of this program: the same as by another program.
        }
        channel.close();
        throw new DataException(path + " is being downloaded already; wait until that is done.");
    }

    /** What to throw when a download cannot be stored. */
    static RuntimeException unwritable(Path path, IOException cause) {
        if (cause instanceof ClosedByInterruptException) {
            return new CancellationException("interrupted");
        }
        return new DataException(
                path + " cannot be written; check that there is room on the disk and that you may write there.", cause);
    }

    long expected() {
        return expected;
    }

    long size() throws IOException {
        return channel.size();
    }

    void clear() throws IOException {
        channel.truncate(0);
    }

    boolean holds(String sha256) throws IOException {
        return size() == expected && Sha256.of(channel).equals(sha256);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public BodySubscriber<Void> apply(ResponseInfo answer) {
        boolean whole = answer.statusCode() == 200;
        if (!whole && !(answer.statusCode() == 206 && startsHere(answer))) {
            return BodySubscribers.replacing(null);
        }
        Body body = new Body(whole);
        synchronized (this) {
            current = body;
        }
        return body;
    }

    private boolean startsHere(ResponseInfo answer) {
        try {
            return answer.headers()
                    .firstValue("Content-Range")
                    .orElse("")
                    .strip()
                    .startsWith("bytes " + size() + "-");
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /** Appends to the file, no further than its size; false if the body was given up. */
    private synchronized boolean append(Body body, List<ByteBuffer> buffers) throws IOException {
        if (body != current) {
            return false;
        }
        for (ByteBuffer buffer : buffers) {
            long room = expected - channel.size();
            if (buffer.remaining() > room) {
                buffer.limit(buffer.position() + (int) room);
            }
            while (buffer.hasRemaining()) {
                channel.write(buffer, channel.size());
            }
        }
        return true;
    }

    /** The body of one answer. */
    private final class Body implements BodySubscriber<Void> {
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private final boolean whole;
        private Flow.Subscription subscription;

        Body(boolean whole) {
            this.whole = whole;
        }

        @Override
        public CompletionStage<Void> getBody() {
            return end;
        }

        @Override
        public void onSubscribe(Flow.Subscription toBody) {
            subscription = toBody;
            try {
                if (whole) {
                    clear();
                }
                subscription.request(Long.MAX_VALUE);
            } catch (IOException e) {
                fail(e);
            }
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            try {
                if (!append(this, buffers)) {
                    subscription.cancel();
                    end.complete(null);
                }
            } catch (IOException e) {
                fail(e);
            }
        }

        private void fail(IOException e) {
            subscription.cancel();
            end.completeExceptionally(unwritable(path, e));
        }

        @Override
        public void onError(Throwable failure) {
            end.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            end.complete(null);
        }
    }
}
