package de.mobilermarktplatz.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection with blocking reads. The load generator shares two cores with
 * what it measures, so it must cost next to nothing; a grown-up client costs as much as an order.
 */
final class HttpLine implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final String host;
    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    /** {@code location} is empty unless the answer redirects. */
    record Answer(int status, String location, List<String> cookies, String body) {}

    HttpLine(URI server) throws IOException {
        host = server.getAuthority();
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = socket.getInputStream();
    }

    /**
     * @param headers whole lines, each ended by CR LF
     */
    Answer send(String method, String path, String headers, String body) throws IOException {
        return send(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with any bytes; the answer's body is of no use unless it is text. */
    Answer send(String method, String path, String headers, byte[] content) throws IOException {
        String length = method.equals("GET") ? "" : "Content-Length: " + content.length + "\r\n";
        byte[] head =
                (method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + length)
                        .concat("\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[head.length + content.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(content, 0, whole, head.length, content.length);
        socket.getOutputStream().write(whole);
        return answer();
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        String location = "";
        List<String> cookies = new ArrayList<>(2);
        int length = 0;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "location" -> location = value;
                case "set-cookie" -> cookies.add(value.split(";", 2)[0]);
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = true;
                default -> {}
            }
        }
        byte[] body = chunked ? chunks() : bytes(length);
        return new Answer(status, location, cookies, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 14);
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(bytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int done = 0; done < length; ) {
            if (at == end) {
                fill();
            }
            int part = Math.min(end - at, length - done);
            System.arraycopy(buffer, at, bytes, done, part);
            at += part;
            done += part;
        }
        return bytes;
    }

    /** Without its CR LF. */
    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        while (true) {
            if (at == end) {
                fill();
            }
            char next = (char) (buffer[at++] & 0xff);
            if (next == '\n') {
                line.setLength(line.length() - 1);
                return line.toString();
            }
            line.append(next);
        }
    }

    private void fill() throws IOException {
        at = 0;
        end = in.read(buffer);
        if (end < 0) {
            end = 0;
            throw new EOFException("The server closed the connection");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
