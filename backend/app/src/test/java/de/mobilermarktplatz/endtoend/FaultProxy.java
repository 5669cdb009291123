package de.mobilermarktplatz.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * A bad network between a real tablet and a real backend: every connection goes through here and
 * meets the weather of the moment. Connections that are open when the weather changes break, but
 * for those that fell silent.
 */
final class FaultProxy implements AutoCloseable {

    private final ServerSocket door;
    private final int backend;
    private final RandomGenerator random;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Outlive the weather: only the tablet can end them. */
    private final Set<Socket> silent = ConcurrentHashMap.newKeySet();

    private final AtomicLong connections = new AtomicLong();
    final AtomicLong bytesUp = new AtomicLong();
    final AtomicLong bytesDown = new AtomicLong();
    private final AtomicLong first = new AtomicLong();
    private volatile Weather weather = Weather.fine();

    FaultProxy(int backend, RandomGenerator random) {
        this.backend = backend;
        this.random = random;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("fault-proxy").start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** How many connections met the present weather. */
    long met() {
        return connections.get();
    }

    /**
     * When the first connection met the present weather, in the time of {@link System#nanoTime}.
     */
    long firstMet() {
        return first.get();
    }

    void becomes(Weather next) {
        weather = next;
        connections.set(0);
        first.set(0);
        open.forEach(FaultProxy::quietly);
    }

    @Override
    public void close() {
        quietly(door);
        open.forEach(FaultProxy::quietly);
        silent.forEach(FaultProxy::quietly);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket tablet = door.accept();
                open.add(tablet);
                var _ = connections.incrementAndGet();
                first.compareAndSet(0, System.nanoTime());
                Weather now = weather;
                Thread.ofVirtual().start(() -> meets(tablet, now));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void meets(Socket tablet, Weather now) {
        try {
            switch (now.trouble()) {
                case HALF_OPEN -> {}
                case BLACKHOLE -> {
                    var _ =
                            tablet.getInputStream()
                                    .transferTo(java.io.OutputStream.nullOutputStream());
                }
                case ANSWER_SWALLOWED, REQUEST_REPLAYED, ANSWER_CUT_OFF ->
                        exchange(tablet, now.trouble());
                case HEADERS_THEN_SILENCE -> headersOnly(tablet);
                case NONE, RESET_GOING_UP, RESET_COMING_DOWN -> through(tablet, now);
            }
        } catch (IOException broken) {
            quietly(tablet);
        }
    }

    private void through(Socket tablet, Weather now) throws IOException {
        Socket server = toBackend();
        boolean up = now.trouble() == Weather.Trouble.RESET_GOING_UP;
        boolean down = now.trouble() == Weather.Trouble.RESET_COMING_DOWN;
        Pipe rising = new Pipe(now, up ? 1 + random.nextInt(1_500) : Long.MAX_VALUE, bytesUp);
        Pipe falling = new Pipe(now, down ? 1 + random.nextInt(400) : Long.MAX_VALUE, bytesDown);
        Thread.ofVirtual().start(() -> rising.pump(tablet, server));
        falling.pump(server, tablet);
        open.remove(tablet);
        open.remove(server);
    }

    private void exchange(Socket tablet, Weather.Trouble trouble) throws IOException {
        try (tablet) {
            byte[] request = HttpOverSocket.readRequest(tablet.getInputStream());
            byte[] answer = asks(request);
            switch (trouble) {
                case REQUEST_REPLAYED -> {
                    tablet.getOutputStream().write(answer);
                    tablet.getOutputStream().flush();
                    var _ = asks(request);
                }
                case ANSWER_CUT_OFF ->
                        tablet.getOutputStream()
                                .write(answer, 0, 1 + random.nextInt(answer.length - 1));
                default -> tablet.setSoLinger(true, 0);
            }
        }
        open.remove(tablet);
    }

    private void headersOnly(Socket tablet) throws IOException {
        byte[] answer = asks(HttpOverSocket.readRequest(tablet.getInputStream()));
        open.remove(tablet);
        silent.add(tablet);
        tablet.getOutputStream().write(answer, 0, HttpOverSocket.headLength(answer));
        tablet.getOutputStream().flush();
    }

    private byte[] asks(byte[] request) throws IOException {
        try (Socket server = toBackend()) {
            server.getOutputStream().write(request);
            server.getOutputStream().flush();
            return server.getInputStream().readAllBytes();
        }
    }

    private Socket toBackend() throws IOException {
        Socket server = new Socket();
        server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), backend), 2_000);
        open.add(server);
        return server;
    }

    private static void quietly(java.io.Closeable what) {
        try {
            what.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
