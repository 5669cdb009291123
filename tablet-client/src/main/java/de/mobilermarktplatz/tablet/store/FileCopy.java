package de.mobilermarktplatz.tablet.store;

import de.mobilermarktplatz.contract.mirror.MirrorEntry;
import de.mobilermarktplatz.contract.mirror.MirrorHeader;
import de.mobilermarktplatz.contract.mirror.MirrorSealer;
import de.mobilermarktplatz.tablet.machine.SecondMedium;
import de.mobilermarktplatz.tablet.machine.StoredEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The journal's copy as a file on a card or stick. Its content is sealed, so a note beside it says
 * how far it is and how long it then was; a file shorter than its note, or without one, is begun
 * anew behind what is there. Another file than the one last looked at is another card: how far that
 * one is must be asked first, else it would get only what comes after. The folder must exist: a
 * card that was pulled leaves none, and making one would fill the tablet's own disk.
 */
public final class FileCopy implements SecondMedium {
    private final Path folder;
    private final Path file;
    private final Path note;
    private final MirrorHeader header;
    private final MirrorSealer sealer;
    private @Nullable FileChannel open;

    /** Which file it was when it was last looked at, null when there was none. */
    private @Nullable Object known;

    /**
     * @param folder on the second medium; may be missing now and then
     */
    public FileCopy(Path folder, MirrorHeader header, MirrorSealer sealer) {
        this.folder = folder;
        this.file = folder.resolve(header.journal() + ".mirror");
        this.note = folder.resolve(header.journal() + ".upto");
        this.header = header;
        this.sealer = sealer;
    }

    @Override
    public long upTo() {
        try {
            close();
            if (!Files.isDirectory(folder)) {
                throw new IOException("the folder " + folder + " is missing");
            }
            known = identity();
            return noted();
        } catch (IOException e) {
            throw new MediumFailed("The second medium does not answer", e);
        }
    }

    /** What tells this file from one of the same name on another card, null when there is none. */
    private @Nullable Object identity() throws IOException {
        try {
            var of = Files.readAttributes(file, BasicFileAttributes.class);
            var key = of.fileKey();
            return key == null ? of.creationTime() : key;
        } catch (NoSuchFileException none) {
            return null;
        }
    }

    /** What the note says, as far as the file bears it out. */
    private long noted() throws IOException {
        if (!Files.exists(note) || !Files.exists(file)) {
            return 0;
        }
        var words = Files.readString(note).strip().split(" ");
        try {
            return words.length == 2 && Files.size(file) >= Long.parseLong(words[1])
                    ? Long.parseLong(words[0])
                    : 0;
        } catch (NumberFormatException torn) {
            return 0;
        }
    }

    @Override
    public void append(List<StoredEntry> rows) {
        try {
            var channel = channel();
            var bytes = new ByteArrayOutputStream();
            for (var row : rows) {
                bytes.writeBytes(
                        sealer.seal(
                                new MirrorEntry(
                                        header.journal(),
                                        row.seq(),
                                        row.entry(),
                                        row.hash(),
                                        row.signature())));
            }
            write(channel, bytes.toByteArray());
            channel.force(false);
            note(rows.getLast().seq(), channel.size());
        } catch (IOException e) {
            close();
            throw new MediumFailed("The second medium did not take a copy", e);
        }
    }

    private FileChannel channel() throws IOException {
        var now = identity();
        if (!Objects.equals(now, known)) {
            close();
            throw new OtherMedium();
        }
        var there = open;
        if (there != null && now != null) {
            return there;
        }
        close();
        boolean fresh = now == null;
        there = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        open = there;
        write(there, sealer.seal(header));
        there.force(true);
        if (fresh) {
            try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
        known = identity();
        return there;
    }

    /** Not synced: an older note only makes the next start copy some entries twice. */
    private void note(long upTo, long length) throws IOException {
        var aside = folder.resolve(note.getFileName() + ".new");
        Files.writeString(aside, upTo + " " + length + "\n");
        Files.move(
                aside, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        var left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    private void close() {
        var there = open;
        open = null;
        try {
            if (there != null) {
                there.close();
            }
        } catch (IOException e) {
            System.getLogger(FileCopy.class.getName())
                    .log(System.Logger.Level.DEBUG, "The card was pulled: {0}", e.getMessage());
        }
    }
}
