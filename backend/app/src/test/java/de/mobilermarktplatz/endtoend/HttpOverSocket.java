package de.mobilermarktplatz.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Just enough HTTP/1.1 to hold one whole request in the hand. */
final class HttpOverSocket {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    private HttpOverSocket() {}

    /**
     * Reads one request and asks the backend in it to close the connection, so that its answer ends
     * with the stream.
     */
    static byte[] readRequest(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!ends(bytes)) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("the request ended in its head");
            }
            bytes.write(next);
        }
        String head = bytes.toString(StandardCharsets.ISO_8859_1);
        Matcher length = LENGTH.matcher(head);
        byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        String closing = head.substring(0, head.length() - 2) + "Connection: close\r\n\r\n";
        whole.writeBytes(closing.getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    /** How long the head of an answer is, with the empty line that ends it. */
    static int headLength(byte[] answer) {
        return new String(answer, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
    }

    private static boolean ends(ByteArrayOutputStream head) {
        return head.size() > 3 && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n");
    }
}
