package de.mobilermarktplatz.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One direction of a connection: as slow as the weather says, and reset after so many bytes.
 *
 * @param resetAfter bytes that still get through
 * @param passed adds up what got through
 */
record Pipe(Weather weather, long resetAfter, AtomicLong passed) {

    private static final int SLICES_PER_SECOND = 20;

    void pump(Socket from, Socket to) {
        int rate = weather.bytesPerSecond();
        byte[] buffer = new byte[rate == 0 ? 8_192 : Math.max(1, rate / SLICES_PER_SECOND)];
        long left = resetAfter;
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            long idleSince = System.nanoTime();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                // Latency counts for the first bytes after a silence; bytes in a row are only slow.
                boolean first = System.nanoTime() - idleSince > 50_000_000;
                pause(first ? weather.latency().toMillis() : 0);
                pause(rate == 0 ? 0 : read * 1_000L / rate);
                int through = (int) Math.min(read, left);
                out.write(buffer, 0, through);
                out.flush();
                var _ = passed.addAndGet(through);
                left -= through;
                if (left == 0) {
                    from.setSoLinger(true, 0);
                    to.setSoLinger(true, 0);
                    return;
                }
                idleSince = System.nanoTime();
            }
        } catch (IOException broken) {
            // A broken connection is what networks do.
        }
    }

    private static void pause(long millis) {
        if (millis == 0) {
            return;
        }
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
