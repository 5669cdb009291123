package de.mobilermarktplatz.platform.page;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * Draws a QR code as the path of an own SVG: sharp on every screen and on paper, a few kilobytes.
 */
public final class QrSvg {
    private QrSvg() {}

    /** Modules of white that ISO/IEC 18004 asks for around the code. */
    private static final int QUIET = 4;

    /**
     * @param size edge of the view box in modules, white border included
     * @param path dark modules as horizontal runs
     */
    public record Drawing(int size, String path) {}

    /**
     * @param text at most about 1,800 characters of the alphanumeric mode
     */
    public static Drawing of(String text) {
        ByteMatrix matrix;
        try {
            matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException(
                    "No QR code for a text of %d characters. Maybe it is too long?"
                            .formatted(text.length()),
                    e);
        }
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            runs(matrix, y, path);
        }
        return new Drawing(matrix.getWidth() + 2 * QUIET, path.toString());
    }

    private static void runs(ByteMatrix matrix, int y, StringBuilder path) {
        int width = matrix.getWidth();
        for (int x = 0; x < width; x++) {
            int start = x;
            while (x < width && matrix.get(x, y) == 1) {
                x++;
            }
            if (x > start) {
                int run = x - start;
                var _ =
                        path.append('M')
                                .append(start + QUIET)
                                .append(' ')
                                .append(y + QUIET)
                                .append('h')
                                .append(run)
                                .append("v1h-")
                                .append(run)
                                .append('z');
            }
        }
    }
}
