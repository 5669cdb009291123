package de.mobilermarktplatz.tablet.store;

import de.mobilermarktplatz.contract.crypto.Ed25519KeyPair;
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

    /** The key in the folder, made and made durable at the first call. */
    public static Ed25519KeyPair keyIn(Path folder) {
        var file = folder.resolve("device.key");
        try {
            if (Files.exists(file)) {
                return Ed25519KeyPair.decode(Files.readAllBytes(file));
            }
            var made = Ed25519KeyPair.generate(new SecureRandom());
            // Written aside first: a crash leaves either no key or a whole one.
            var aside = folder.resolve("device.key.new");
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
