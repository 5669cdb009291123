package de.mobilermarktplatz.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per version from the class path into a cache folder. */
final class Binaries {

    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);
    private static final String RESOURCE = "postgres-linux-x86_64.txz";

    /**
     * One line "size path" per file. A file that a power cut left short shows by its size, so
     * nothing is fsynced.
     */
    private static final String MANIFEST = "manifest.txt";

    private static final long NEEDED_MEGABYTES = 100;

    private Binaries() {}

    /** Returns the folder with {@code bin/postgres} and {@code bin/initdb}. */
    static Path unpacked(Path cache) {
        var source = Binaries.class.getClassLoader().getResource(RESOURCE);
        if (source == null) {
            throw PostgresStartFailure.binariesMissing(RESOURCE);
        }
        try {
            var home = cache.resolve("postgres-" + fingerprint(source));
            if (!isComplete(home)) {
                Disk.needFree(cache, NEEDED_MEGABYTES);
                unpack(source, home);
            }
            return home;
        } catch (IOException e) {
            throw PostgresStartFailure.folderUnusable(cache, e);
        }
    }

    /**
     * A jar knows size and checksum of its entries, so the 15 MB need not be read at every start.
     */
    private static String fingerprint(URL source) throws IOException {
        if (source.openConnection() instanceof JarURLConnection jar) {
            var entry = jar.getJarEntry();
            return "%08x-%d".formatted(entry.getCrc(), entry.getSize());
        }
        try (var in = source.openStream()) {
            var bytes = in.readAllBytes();
            var crc = new CRC32();
            crc.update(bytes);
            return "%08x-%d".formatted(crc.getValue(), bytes.length);
        }
    }

    private static boolean isComplete(Path home) throws IOException {
        var manifest = home.resolve(MANIFEST);
        if (!Files.exists(manifest)) {
            return false;
        }
        var lines = Files.readAllLines(manifest);
        for (var line : lines) {
            var words = line.split(" ", 2);
            var file = home.resolve(words[words.length - 1]);
            if (!Files.isRegularFile(file) || !words[0].equals(Long.toString(Files.size(file)))) {
                LOG.warn("{} is damaged, unpacking PostgreSQL again", file);
                return false;
            }
        }
        return !lines.isEmpty();
    }

    private static void unpack(URL source, Path home) throws IOException {
        var started = System.nanoTime();
        var fresh = home.resolveSibling(home.getFileName() + ".new-" + UUID.randomUUID());
        try {
            Files.createDirectories(fresh);
            var manifest = new ArrayList<String>();
            try (var in =
                    new TarArchiveInputStream(
                            new BufferedInputStream(
                                    new XZInputStream(source.openStream()), 1 << 16))) {
                unpack(in, fresh, manifest);
            }
            Files.write(fresh.resolve(MANIFEST), manifest);
            publish(fresh, home);
        } finally {
            Disk.deleteTree(fresh);
        }
        LOG.info(
                "PostgreSQL unpacked into {} in {} ms",
                home,
                (System.nanoTime() - started) / 1_000_000);
    }

    private static void unpack(TarArchiveInputStream in, Path home, List<String> manifest)
            throws IOException {
        for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            var target = home.resolve(entry.getName()).normalize();
            if (!target.startsWith(home)) {
                throw new IOException(
                        "archive entry " + entry.getName() + " points outside of " + home);
            }
            if (entry.isDirectory() || entry.getName().endsWith(".a")) {
                continue; // folders come with their files; static libraries are never used
            }
            Files.createDirectories(parent(target));
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else if (entry.isLink()) {
                Files.copy(home.resolve(entry.getLinkName()), target);
            } else {
                write(in, entry, target);
                manifest.add(entry.getSize() + " " + home.relativize(target));
            }
        }
    }

    private static void write(InputStream in, TarArchiveEntry entry, Path target)
            throws IOException {
        Files.copy(in, target);
        if ((entry.getMode() & 0b001_000_000) != 0 && !target.toFile().setExecutable(true, false)) {
            throw new IOException(target + " cannot be made executable");
        }
    }

    /**
     * Two first starts may race: whoever comes second finds a complete folder and drops its own.
     */
    private static void publish(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException taken) {
            if (isComplete(home)) {
                return;
            }
            // Damaged by a power cut: move it aside, since programs of it may still run.
            var aside = home.resolveSibling(home.getFileName() + ".old-" + UUID.randomUUID());
            if (Files.exists(home)) {
                Files.move(home, aside, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
            Disk.deleteTree(aside);
        }
    }

    private static Path parent(Path file) throws IOException {
        var parent = file.getParent();
        if (parent == null) {
            throw new IOException(file + " has no folder");
        }
        return parent;
    }
}
