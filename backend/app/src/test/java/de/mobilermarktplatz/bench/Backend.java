package de.mobilermarktplatz.bench;

import de.mobilermarktplatz.Application;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The real backend as a process of its own, compiled by both of the JVM's compilers. */
final class Backend implements AutoCloseable {

    static final List<String> JVM =
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xmx512m",
                    "-XX:-UseDynamicNumberOfCompilerThreads",
                    "--enable-native-access=ALL-UNNAMED");
    private static final int LONGEST_START_SECONDS = 120;

    private final Process process;
    private final Path folder;
    private final int port;

    private Backend(Path folder, List<String> options) throws IOException {
        this.folder = folder;
        this.port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-cp", classpath(), Application.class.getName()));
        command.addAll(
                List.of(
                        "--server.port=" + port,
                        "--server.address=127.0.0.1",
                        "--marktplatz.sample=false",
                        "--marktplatz.data=" + folder));
        command.addAll(options);
        Files.createDirectories(folder);
        process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log().toFile())
                        .start();
        awaitPort();
    }

    /** With a PostgreSQL of its own; relay and jobs stand still. */
    static Backend still(Path folder) throws IOException {
        return new Backend(folder, List.of("--marktplatz.background=false"));
    }

    /** A second backend on the same PostgreSQL, with relay and jobs. */
    Backend companion(Path itsFolder) throws IOException {
        return new Backend(
                itsFolder,
                List.of(
                        "--marktplatz.database.host=127.0.0.1",
                        "--marktplatz.database.port=" + databasePort(),
                        "--marktplatz.database.owner-password=" + secret("database-owner"),
                        "--marktplatz.database.app-password=" + secret("database-app")));
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    int databasePort() throws IOException {
        return Integer.parseInt(
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(3));
    }

    String secret(String name) throws IOException {
        return Files.readString(folder.resolve("secrets").resolve(name)).strip();
    }

    Connection owner() throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort() + "/marktplatz",
                "marktplatz_owner",
                secret("database-owner"));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Path log() {
        return folder.resolveSibling(folder.getFileName() + ".log");
    }

    private void awaitPort() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
        while (process.isAlive() && System.nanoTime() < end) {
            try (Socket open = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        close();
        throw new IOException("The backend did not start:\n" + Files.readString(log()));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** What a user would have: everything but the tests. */
    private static String classpath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
