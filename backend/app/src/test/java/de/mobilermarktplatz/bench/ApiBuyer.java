package de.mobilermarktplatz.bench;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The order request alone: one POST of the JSON API, three lines, paid at the van, answered 201.
 */
final class ApiBuyer implements Buyer {

    private final HttpLine line;
    private final BusyCounty county;
    private final SplittableRandom random;

    ApiBuyer(URI server, BusyCounty county, SplittableRandom random) throws IOException {
        this.line = new HttpLine(server);
        this.county = county;
        this.random = random;
    }

    @Override
    public void order() throws IOException {
        List<UUID> basket = county.basket(random);
        String body =
                """
                {"call":"%s","name":"Erika Muster","phone":"03471 123456","payBy":"AT_VAN","lines":[\
                {"offer":"%s","quantity":1},{"offer":"%s","quantity":2},{"offer":"%s","quantity":1}]}"""
                        .formatted(
                                county.call(random), basket.get(0), basket.get(1), basket.get(2));
        HttpLine.Answer answer =
                line.send(
                        "POST",
                        "/api/v1/" + county.slug() + "/orders",
                        "Content-Type: application/json\r\nIdempotency-Key: "
                                + new UUID(random.nextLong(), random.nextLong())
                                + "\r\n",
                        body);
        if (answer.status() != 201) {
            throw Buyer.unexpected("POST orders", answer);
        }
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
