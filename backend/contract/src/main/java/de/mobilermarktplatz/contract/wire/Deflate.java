package de.mobilermarktplatz.contract.wire;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Raw DEFLATE (RFC 1951), without the six bytes of a zlib frame. */
public final class Deflate {

    private Deflate() {}

    public static byte[] compress(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(plain);
            deflater.finish();
            byte[] buffer = new byte[4096];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return packed.toByteArray();
    }

    /**
     * Unpacks, but never more than a limit, because a few packed bytes can stand for gigabytes.
     *
     * @param limitBytes greatest length of the plain bytes
     * @throws WireException if the bytes are damaged, cut off or too long
     */
    public static byte[] expand(byte[] packed, int limitBytes) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(packed);
            byte[] buffer = new byte[4096];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && !inflater.finished()) {
                    throw new WireException("compressed bytes are cut off");
                }
                if (plain.size() + count > limitBytes) {
                    throw new WireException("more than " + limitBytes + " bytes when unpacked");
                }
                plain.write(buffer, 0, count);
            }
        } catch (DataFormatException e) {
            throw new WireException("damaged compressed bytes", e);
        }
        return plain.toByteArray();
    }
}
