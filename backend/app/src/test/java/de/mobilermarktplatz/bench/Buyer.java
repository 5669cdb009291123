package de.mobilermarktplatz.bench;

import java.io.IOException;
import java.net.URI;
import java.util.SplittableRandom;

/** Somebody who orders again and again over one connection, a new customer each time. */
interface Buyer extends AutoCloseable {

    /** Makes a buyer for a county at a server, with its own source of choices. */
    interface Kind {
        Buyer arrives(URI server, BusyCounty county, SplittableRandom random) throws IOException;
    }

    /**
     * Places one order of three articles.
     *
     * @throws IOException when the answer is anything but the confirmed order
     */
    void order() throws IOException;

    @Override
    void close() throws IOException;

    /** An answer that a customer would call broken. */
    static IOException unexpected(String what, HttpLine.Answer answer) {
        String body = answer.body();
        return new IOException(
                "%s: %d %s %s"
                        .formatted(
                                what,
                                answer.status(),
                                answer.location(),
                                body.substring(0, Math.min(body.length(), 300))));
    }
}
