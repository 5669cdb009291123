package de.mobilermarktplatz.stripesimulator;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The other end of the webhooks. */
final class Receiver implements AutoCloseable {

    record Delivery(String payload, String signature) {
        Event event() throws SignatureVerificationException {
            return Webhook.constructEvent(
                    payload,
                    signature,
                    World.SECRET,
                    300,
                    Clock.fixed(World.START, ZoneOffset.UTC));
        }
    }

    private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
    private final HttpServer server;
    volatile int status = 200;

    Receiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var payload =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int answer = status; // whoever takes the delivery may change it for the next one
            deliveries.add(
                    new Delivery(
                            payload, exchange.getRequestHeaders().getFirst("Stripe-Signature")));
            exchange.sendResponseHeaders(answer, -1);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/{account}";
    }

    Delivery next() throws InterruptedException {
        var delivery = deliveries.poll(5, TimeUnit.SECONDS);
        if (delivery == null) {
            throw new AssertionError("No webhook came within five seconds.");
        }
        return delivery;
    }

    /** Types of the next deliveries, in order of arrival. */
    List<String> types(int count) throws Exception {
        var types = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            types.add(next().event().getType());
        }
        return types;
    }

    boolean isQuiet() throws InterruptedException {
        return deliveries.poll(300, TimeUnit.MILLISECONDS) == null;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
