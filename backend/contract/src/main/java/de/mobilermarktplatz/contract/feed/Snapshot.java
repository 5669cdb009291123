package de.mobilermarktplatz.contract.feed;

import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.contract.wire.Deflate;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Several streams read at one moment. It travels as the raw DEFLATE of this record's CBOR, cut into
 * chunks that are named by their content: packed as a whole because an order's lines name the
 * articles of the price list, which a chunk packed by itself would have to spell out again.
 */
public record Snapshot(List<StreamState> streams) {

    /** Longest chunk: two seconds over 64 kbit/s, so a lost one costs little. */
    public static final int CHUNK_BYTES = 16_384;

    /** Most chunks of a snapshot. */
    public static final int MOST_CHUNKS = 64;

    public List<Bytes> chunks() {
        byte[] packed = Deflate.compress(Wire.write(this));
        List<Bytes> chunks = new ArrayList<>();
        for (int at = 0; at < packed.length; at += CHUNK_BYTES) {
            chunks.add(
                    Bytes.of(
                            Arrays.copyOfRange(
                                    packed, at, Math.min(packed.length, at + CHUNK_BYTES))));
        }
        return chunks;
    }

    /**
     * Puts chunks together again.
     *
     * @param chunks in the order of the manifest
     * @throws WireException if they are damaged or too long
     */
    public static Snapshot of(List<Bytes> chunks) {
        ByteBuffer packed = ByteBuffer.allocate(chunks.stream().mapToInt(Bytes::length).sum());
        chunks.forEach(chunk -> packed.put(chunk.toArray()));
        return Wire.read(
                Deflate.expand(packed.array(), 16 * Protocol.MOST_BATCH_BYTES), Snapshot.class);
    }

    /** SHA-256, a chunk's name. */
    public static Bytes nameOf(Bytes chunk) {
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-256").digest(chunk.toArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
