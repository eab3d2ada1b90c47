package collapselab.kernel.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on this machine that serves files, well or badly. */
final class Mirror implements AutoCloseable {
    /** How it behaves. */
    enum Manner {
        GOOD,
        WITHOUT_RANGES,
        WRONG_RANGE,
        LOST_HALFWAY,
        SILENT_HALFWAY,
        TOO_LONG,
        SHORT,
        SIGN_IN_PAGE,
        NOT_FOUND,
        RANGE_REFUSED
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, byte[]> files;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Manner manner;

    Mirror(Manner manner, Map<String, byte[]> files) throws IOException {
        this.manner = manner;
        this.files = files;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/mnist");
    }

    void behave(Manner now) {
        manner = now;
    }

    /** What was asked for: the name, and the range if one was given. */
    List<String> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().replace("/mnist/", "");
        String range = exchange.getRequestHeaders().getFirst("Range");
        requests.add(range == null ? name : name + " " + range);
        byte[] file = files.get(name);
        try (exchange) {
            switch (manner) {
                case SIGN_IN_PAGE -> send(exchange, 200, "<html>sign in</html>".getBytes(UTF_8), -1);
                case NOT_FOUND -> send(exchange, 404, "no".getBytes(UTF_8), -1);
                case TOO_LONG -> send(exchange, 200, Arrays.copyOfRange(file, 1, file.length * 2), -1);
                case SHORT -> send(exchange, 200, Arrays.copyOf(file, file.length / 2), -1);
                case WITHOUT_RANGES -> send(exchange, 200, file, -1);
                case RANGE_REFUSED -> send(exchange, range == null ? 200 : 416, range == null ? file : new byte[1], -1);
                default -> range(exchange, file, range);
            }
        }
    }

    private void range(HttpExchange exchange, byte[] file, String range) throws IOException {
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        byte[] rest = Arrays.copyOfRange(file, from, file.length);
        if (range != null) {
            int said = manner == Manner.WRONG_RANGE ? 0 : from;
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + said + "-" + (file.length - 1) + "/" + file.length);
        }
        boolean half = manner == Manner.LOST_HALFWAY || manner == Manner.SILENT_HALFWAY;
        send(exchange, range == null ? 200 : 206, rest, half ? rest.length / 2 : -1);
    }

    /** Sends a body, or only its first bytes and then no more. */
    private void send(HttpExchange exchange, int status, byte[] body, int only) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, only < 0 ? body.length : only);
        out.flush();
        if (only >= 0 && manner == Manner.SILENT_HALFWAY) {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
