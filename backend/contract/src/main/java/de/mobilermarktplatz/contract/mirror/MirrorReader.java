package de.mobilermarktplatz.contract.mirror;

import de.mobilermarktplatz.contract.crypto.X25519;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mirror file from front to back, whatever became of it: a damaged record costs that
 * record, a torn end costs its last one. Never throws for what it reads. Not safe for several
 * threads.
 */
public final class MirrorReader {

    /**
     * After so many damaged places a whole head's length is believed, so that a file made of heads
     * cannot keep a reader busy.
     */
    private static final int MOST_SEARCHES = 1_000;

    /** Keys of writers; one per start of the tablet. */
    private static final int MOST_KEYS = 256;

    private final ByteBuffer file;
    private final RecoveryKey county;
    private final Bytes countyPublic;
    private final Map<Bytes, SecretKey> keys = new LinkedHashMap<>();
    private int at;
    private int searches;

    /**
     * @param file from its position to its limit; not changed
     * @param county the key that its records were sealed to
     */
    public MirrorReader(ByteBuffer file, RecoveryKey county) {
        this.file = file.slice();
        this.county = county;
        this.countyPublic = county.publicKey();
    }

    /** The next thing, null at the end. */
    public @Nullable MirrorItem next() {
        if (at >= file.limit()) {
            return null;
        }
        if (MirrorFrame.wholeAt(file, at)) {
            int from = at;
            at = MirrorFrame.endOf(file, from);
            return opened(from);
        }
        return behindDamage();
    }

    private MirrorItem behindDamage() {
        int from = at;
        boolean head = MirrorFrame.headAt(file, from);
        int next = searches++ < MOST_SEARCHES ? from + 1 : past(from, head);
        while (next < file.limit() && !MirrorFrame.wholeAt(file, next)) {
            next = searches < MOST_SEARCHES ? next + 1 : past(next, MirrorFrame.headAt(file, next));
        }
        boolean toTheEnd = next >= file.limit();
        at = Math.min(next, file.limit());
        return toTheEnd && mayBeginRecord(from)
                ? new MirrorItem.Torn(from, at - from)
                : new MirrorItem.Damaged(from, at - from);
    }

    private int past(int from, boolean head) {
        return head ? MirrorFrame.endOf(file, from) : from + 1;
    }

    /** A whole head whose content is cut off, or less than a head. */
    private boolean mayBeginRecord(int from) {
        return file.limit() - from < MirrorFrame.HEAD_BYTES
                || MirrorFrame.headAt(file, from) && MirrorFrame.endOf(file, from) > file.limit();
    }

    private MirrorItem opened(int from) {
        int length = at - from;
        ByteBuffer content = MirrorFrame.contentAt(file, from);
        if (content.remaining() <= MirrorCipher.OPEN_BYTES
                || content.get(0) != MirrorCipher.VERSION) {
            return new MirrorItem.Sealed(from, length);
        }
        byte[] bytes = new byte[content.remaining()];
        var _ = content.get(bytes);
        byte[] writer = new byte[X25519.KEY_BYTES];
        System.arraycopy(bytes, 1, writer, 0, writer.length);
        try {
            SecretKey key = keyOf(Bytes.of(writer));
            return new MirrorItem.Intact(from, MirrorRecord.decode(MirrorCipher.open(key, bytes)));
        } catch (GeneralSecurityException | WireException | IllegalArgumentException closed) {
            return new MirrorItem.Sealed(from, length);
        }
    }

    private SecretKey keyOf(Bytes writer) {
        SecretKey known = keys.get(writer);
        if (known != null) {
            return known;
        }
        if (keys.size() >= MOST_KEYS) {
            keys.clear();
        }
        SecretKey made =
                MirrorCipher.key(X25519.agree(county.seed(), writer), writer, countyPublic);
        keys.put(writer, made);
        return made;
    }
}
