package de.mobilermarktplatz.contract.pickup;

import de.mobilermarktplatz.contract.wire.WireException;
import java.io.ByteArrayOutputStream;

/** Base45 (RFC 9285): two bytes in three characters that a QR code stores in 5.5 bits each. */
public final class Base45 {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private Base45() {}

    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length * 3 / 2 + 2);
        for (int i = 0; i < bytes.length; i += 2) {
            boolean pair = i + 1 < bytes.length;
            int value = pair ? ((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff) : bytes[i] & 0xff;
            for (int digit = 0; digit < (pair ? 3 : 2); digit++) {
                text.append(ALPHABET.charAt(value % 45));
                value /= 45;
            }
        }
        return text.toString();
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws WireException if the text is no Base45
     */
    public static byte[] decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() * 2 / 3);
        for (int i = 0; i < text.length(); i += 3) {
            int digits = Math.min(3, text.length() - i);
            int value = value(text, i, digits);
            if (digits == 1 || value > (digits == 3 ? 0xffff : 0xff)) {
                throw new WireException("no Base45 at character " + (i + 1));
            }
            if (digits == 3) {
                bytes.write(value >>> 8);
            }
            bytes.write(value);
        }
        return bytes.toByteArray();
    }

    private static int value(String text, int start, int digits) {
        int value = 0;
        for (int digit = digits - 1; digit >= 0; digit--) {
            int symbol = ALPHABET.indexOf(text.charAt(start + digit));
            if (symbol < 0) {
                throw new WireException("no Base45 at character " + (start + digit + 1));
            }
            value = value * 45 + symbol;
        }
        return value;
    }
}
