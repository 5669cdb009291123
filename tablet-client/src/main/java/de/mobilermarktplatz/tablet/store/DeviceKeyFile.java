package de.mobilermarktplatz.tablet.store;

import de.mobilermarktplatz.contract.crypto.Ed25519KeyPair;
import de.mobilermarktplatz.kernel.id.JournalId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/**
 * The device's private key: made on this tablet, readable by its owner only, never sent anywhere.
 */
public final class DeviceKeyFile {
    private DeviceKeyFile() {}

    /** The key of a journal: its own, or the folder's first when it has none. */
    public static Ed25519KeyPair keyOf(Path folder, JournalId journal) {
        return Files.exists(folder.resolve(nameOf(journal)))
                ? keyIn(folder, nameOf(journal))
                : keyIn(folder);
    }

    /** A key for a journal to come, made and made durable at the first call. */
    public static Ed25519KeyPair keyFor(Path folder, JournalId next) {
        return keyIn(folder, nameOf(next));
    }

    private static String nameOf(JournalId journal) {
        return "device-" + journal + ".key";
    }

    /** The key in the folder, made and made durable at the first call. */
    public static Ed25519KeyPair keyIn(Path folder) {
        return keyIn(folder, "device.key");
    }

    private static Ed25519KeyPair keyIn(Path folder, String name) {
        var file = folder.resolve(name);
        try {
            if (Files.exists(file)) {
                return Ed25519KeyPair.decode(Files.readAllBytes(file));
            }
            var made = Ed25519KeyPair.generate(new SecureRandom());
            // Written aside first: a crash leaves either no key or a whole one.
            var aside = folder.resolve(name + ".new");
            Files.deleteIfExists(aside);
            write(aside, made.encode());
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The device key in " + folder + " can be neither read nor made", e);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        var owner = PosixFilePermissions.fromString("rw-------");
        try (var channel =
                posix
                        ? FileChannel.open(
                                file, options, PosixFilePermissions.asFileAttribute(owner))
                        : FileChannel.open(file, options)) {
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
    }
}
