package de.mobilermarktplatz.endtoend;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A backend started for the first time in an empty folder, and what it printed. */
record FreshStart(
        JavaProcess backend, String host, String shop, String desk, String password, String sync)
        implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(180);

    static FreshStart in(Path folder) {
        int port = freePort();
        JavaProcess backend =
                new JavaProcess(
                        "backend",
                        folder,
                        "de.mobilermarktplatz.Application",
                        List.of(
                                "--server.port=" + port,
                                "--server.address=127.0.0.1",
                                "--marktplatz.data=" + folder.resolve("data")));
        String shop = backend.await(" Laden ", START).replaceAll(".*(http\\S+).*", "$1");
        String desk = backend.await(" Leitstelle ", START).replaceAll(".*(http\\S+).*", "$1");
        String password = backend.await("Passwort", START).replaceAll(".*Passwort ", "").strip();
        String host = shop.substring(0, shop.indexOf("/r/"));
        String slug = shop.substring(shop.indexOf("/r/") + 3).replace("/", "");
        return new FreshStart(backend, host, shop, desk, password, host + "/sync/v1/" + slug);
    }

    @Override
    public void close() {
        backend.stop();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
