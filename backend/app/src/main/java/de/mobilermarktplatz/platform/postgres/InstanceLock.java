package de.mobilermarktplatz.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * At most one process uses a data folder. The operating system releases the lock when the process
 * dies, however it dies.
 *
 * <p>POSIX drops a process's lock when <em>any</em> of its descriptors on the file is closed, so
 * nothing else may open the lock file: the owner's pid stands in a second file, and a second
 * attempt of the same process is refused from memory.
 */
final class InstanceLock implements AutoCloseable {

    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private InstanceLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static InstanceLock acquire(Path folder) {
        if (!HELD_HERE.add(folder)) {
            throw PostgresStartFailure.folderInUse(folder, "dieser Prozess selbst");
        }
        try {
            return lock(folder);
        } catch (IOException e) {
            HELD_HERE.remove(folder);
            throw PostgresStartFailure.folderUnusable(folder, e);
        } catch (RuntimeException e) {
            HELD_HERE.remove(folder);
            throw e;
        }
    }

    private static InstanceLock lock(Path folder) throws IOException {
        var channel =
                FileChannel.open(
                        folder.resolve("instance.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw PostgresStartFailure.folderInUse(folder, owner(folder));
            }
            Files.writeString(folder.resolve("instance.pid"), ProcessHandle.current().pid() + "\n");
            return new InstanceLock(folder, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String owner(Path folder) {
        try {
            return "der Prozess " + Files.readString(folder.resolve("instance.pid")).strip();
        } catch (IOException e) {
            return "ein anderer Prozess";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the lock of " + folder, e);
        } finally {
            HELD_HERE.remove(folder);
        }
    }
}
