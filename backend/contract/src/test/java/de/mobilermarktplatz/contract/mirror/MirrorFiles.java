package de.mobilermarktplatz.contract.mirror;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mirror files as a tablet writes them. */
final class MirrorFiles {

    static final RecoveryKey COUNTY = new RecoveryKey(Bytes.ofHex("2a".repeat(32)));
    static final JournalId JOURNAL = new JournalId(new UUID(0x0123456789abcdefL, 42));

    private MirrorFiles() {}

    static MirrorHeader header() {
        return new MirrorHeader(
                JOURNAL, Bytes.ofHex("c3".repeat(90)), Bytes.ofHex("51".repeat(64)));
    }

    static MirrorEntry entry(long seq) {
        byte[] entry = new byte[(int) (60 + 7 * seq % 200)];
        new Random(seq).nextBytes(entry);
        return new MirrorEntry(
                JOURNAL,
                seq,
                Bytes.of(entry),
                Bytes.ofHex("%02x".formatted(seq).repeat(32)),
                Bytes.ofHex("%02x".formatted(255 - seq).repeat(64)));
    }

    /** The same bytes for the same seed. */
    static MirrorSealer sealer(long seed) {
        return MirrorSealer.to(COUNTY.publicKey(), new SplittableRandom(seed));
    }

    /** A header and so many entries, each record for itself. */
    static List<byte[]> frames(int entries) {
        MirrorSealer sealer = sealer(1);
        List<byte[]> frames = new ArrayList<>();
        frames.add(sealer.seal(header()));
        for (int seq = 1; seq <= entries; seq++) {
            frames.add(sealer.seal(entry(seq)));
        }
        return frames;
    }

    static byte[] joined(List<byte[]> frames) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        frames.forEach(file::writeBytes);
        return file.toByteArray();
    }

    static List<MirrorItem> read(byte[] file) {
        return read(file, COUNTY);
    }

    static List<MirrorItem> read(byte[] file, RecoveryKey county) {
        MirrorReader reader = new MirrorReader(ByteBuffer.wrap(file), county);
        List<MirrorItem> items = new ArrayList<>();
        @Nullable MirrorItem item = reader.next();
        while (item != null) {
            items.add(item);
            item = reader.next();
        }
        return items;
    }

    static List<MirrorRecord> intact(List<MirrorItem> items) {
        return items.stream()
                .filter(MirrorItem.Intact.class::isInstance)
                .map(item -> ((MirrorItem.Intact) item).content())
                .toList();
    }
}
