package collapselab.session;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that do not keep the program alive. */
public final class Workers {
    private Workers() {}

    /** Makes threads that are named and numbered. */
    public static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** A fixed number of them. */
    static ExecutorService pool(String name, int size) {
        return Executors.newFixedThreadPool(size, named(name));
    }
}
