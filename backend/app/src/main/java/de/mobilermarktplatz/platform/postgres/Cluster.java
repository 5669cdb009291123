package de.mobilermarktplatz.platform.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one database server below a data folder: {@code postgres/} (the cluster), {@code
 * postgres.log} and the superuser's password in {@code secrets/}.
 */
record Cluster(Path dataFolder) {

    static final String SUPERUSER = "postgres";

    /**
     * An empty cluster takes about 45 MB; the rest is room for the first write-ahead log segments.
     */
    static final long NEEDED_MEGABYTES = 100;

    /** Below one write-ahead log segment (16 MB) the server would stop at the next commits. */
    static final long NEEDED_TO_RUN_MEGABYTES = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    Path folder() {
        return dataFolder.resolve("postgres");
    }

    ServerLog log() {
        return new ServerLog(dataFolder.resolve("postgres.log"));
    }

    private Path passwordFile() {
        return dataFolder.resolve("secrets").resolve("postgres-superuser");
    }

    String password() {
        try {
            return Files.readString(passwordFile()).strip();
        } catch (IOException e) {
            throw PostgresStartFailure.folderUnusable(passwordFile(), e);
        }
    }

    /**
     * Creates the cluster at the first start; a start that was interrupted leaves nothing half
     * done.
     */
    void prepare(Host host, Path binaries) {
        var exists = Files.exists(folder().resolve("PG_VERSION"));
        Disk.needFree(dataFolder, exists ? NEEDED_TO_RUN_MEGABYTES : NEEDED_MEGABYTES);
        if (Files.notExists(passwordFile())) {
            if (exists) {
                throw PostgresStartFailure.passwordMissing(passwordFile());
            }
            writePassword();
        }
        if (!exists) {
            create(host, binaries);
        }
    }

    private void create(Host host, Path binaries) {
        var started = System.nanoTime();
        var fresh = dataFolder.resolve("postgres.new");
        Disk.deleteTree(fresh);
        initdb(
                host,
                binaries,
                List.of(
                        "--pgdata=" + fresh,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + passwordFile(),
                        "--auth-host=scram-sha-256",
                        "--auth-local=reject",
                        "--data-checksums",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions",
                        "--no-sync"));
        // Creating without fsync and one sync of everything at the end is several times faster than
        // fsync per file.
        initdb(host, binaries, List.of("--sync-only", "--pgdata=" + fresh));
        try {
            Files.move(fresh, folder(), StandardCopyOption.ATOMIC_MOVE);
            sync(dataFolder);
        } catch (IOException e) {
            throw PostgresStartFailure.folderUnusable(folder(), e);
        }
        LOG.info(
                "database cluster {} created in {} ms",
                folder(),
                (System.nanoTime() - started) / 1_000_000);
    }

    private void initdb(Host host, Path binaries, List<String> arguments) {
        var outcome =
                Programs.run(
                        Programs.command(
                                host.prefixOfTool(), binaries.resolve("bin/initdb"), arguments));
        if (outcome.exit() != 0) {
            throw log().explain("initdb", outcome.exit(), outcome.words(), dataFolder, 0);
        }
    }

    private void writePassword() {
        var secrets = Disk.ownFolder(dataFolder.resolve("secrets"));
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var fresh = secrets.resolve("postgres-superuser.new");
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Set<StandardOpenOption> options =
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            Files.deleteIfExists(fresh);
            try (var channel = FileChannel.open(fresh, options, ownerOnly)) {
                channel.write(
                        ByteBuffer.wrap(
                                (HexFormat.of().formatHex(bytes) + "\n")
                                        .getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.move(fresh, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
            sync(secrets);
        } catch (IOException e) {
            throw PostgresStartFailure.folderUnusable(secrets, e);
        }
    }

    /** Makes a rename survive a power cut. */
    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
