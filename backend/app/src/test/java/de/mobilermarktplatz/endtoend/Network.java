package de.mobilermarktplatz.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The mobile network between tablets and the backend: an address that stays the same while the
 * backend restarts, that can be cut, and that can make something happen after so many bytes have
 * gone up.
 */
final class Network implements AutoCloseable {

    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytesUntilTrap = new AtomicLong(Long.MAX_VALUE);
    private volatile int target;
    private volatile boolean cut;
    private volatile Runnable trap = () -> {};

    Network() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("network").start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void leadsTo(int port) {
        target = port;
    }

    /** Nothing comes through any more, connections that are open break. */
    void cut() {
        cut = true;
        open.forEach(Network::quietly);
    }

    void restore() {
        cut = false;
    }

    /**
     * Runs once, when so many more bytes have been passed on to the backend; what follows is not
     * passed on.
     */
    void after(long bytes, Runnable what) {
        trap = what;
        bytesUntilTrap.set(bytes);
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (cut) {
                    quietly(client);
                    continue;
                }
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket();
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 2_000);
            open.add(client);
            open.add(server);
            Thread.ofVirtual().start(() -> pump(client, server, true));
            pump(server, client, false);
        } catch (IOException e) {
            quietly(client);
        }
    }

    private void pump(Socket from, Socket to, boolean up) {
        byte[] buffer = new byte[8_192];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0 && !cut; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
                if (up && bytesUntilTrap.addAndGet(-read) <= 0) {
                    bytesUntilTrap.set(Long.MAX_VALUE);
                    trap.run();
                }
            }
        } catch (IOException broken) {
            // A broken connection is what networks do.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
