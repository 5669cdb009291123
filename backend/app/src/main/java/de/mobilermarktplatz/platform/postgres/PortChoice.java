package de.mobilermarktplatz.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * The port on 127.0.0.1: a fixed one, or a free one chosen at the start and kept from then on.
 * Another program may take a free port between choosing and binding, so a few more are tried. Used
 * by the keeper's thread alone.
 */
final class PortChoice {

    private static final int MOST_ATTEMPTS = 5;

    private int port;
    private boolean settled;
    private int attempts;

    /**
     * @param port 1–65535, or 0 for any free port
     */
    PortChoice(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is outside of 0..65535");
        }
        this.port = port;
        this.settled = port != 0;
    }

    int next() {
        attempts++;
        try (var socket = new ServerSocket()) {
            socket.bind(
                    new InetSocketAddress(
                            InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
                            settled ? port : 0));
            port = socket.getLocalPort();
            return port;
        } catch (IOException e) {
            throw PostgresStartFailure.portTaken(port);
        }
    }

    boolean mayTryAnother() {
        return !settled && attempts < MOST_ATTEMPTS;
    }

    int settle(int chosen) {
        settled = true;
        return chosen;
    }
}
