package de.mobilermarktplatz.stripesimulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** HTTP on the loopback interface, one virtual thread a request. */
final class HttpFront implements AutoCloseable {

    /** Far above any request stripe-java makes. */
    private static final int LARGEST_BODY = 1 << 20;

    private static final String JSON = "application/json";
    private static final String HTML = "text/html; charset=utf-8";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Accounts accounts;
    private final Api api;
    private final Control control;
    private final PaymentPage page;

    HttpFront(int port, Accounts accounts, Api api, Control control, PaymentPage page)
            throws IOException {
        this.accounts = accounts;
        this.api = api;
        this.control = control;
        this.page = page;
        this.server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    void start() {
        server.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var form = form(exchange);
            if (path.equals("/pay.css")) {
                respond(exchange, 200, "text/css; charset=utf-8", PaymentPage.STYLE);
            } else if (path.startsWith("/pay/")) {
                page(exchange, path.substring("/pay/".length()), form);
            } else if (path.startsWith("/simulator/")) {
                control(exchange, path, form);
            } else {
                api(exchange, path, form);
            }
        }
    }

    private static Form form(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            var body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
            return Form.parse(new String(body, StandardCharsets.UTF_8));
        }
        return Form.parse(exchange.getRequestURI().getRawQuery());
    }

    private void api(HttpExchange exchange, String path, Form form) throws IOException {
        var headers = exchange.getRequestHeaders();
        var request =
                new Api.Request(
                        exchange.getRequestMethod(),
                        path,
                        form,
                        headers.getFirst("Authorization"),
                        headers.getFirst("Idempotency-Key"));
        var fault = fault(request);
        if (fault == Faults.Answer.UNAVAILABLE) {
            error(exchange, StripeError.unavailable());
            return;
        }
        var answer = api.answer(request, baseUrl());
        if (fault == Faults.Answer.DROPPED) {
            // Torn after its first byte: closed before any, the JDK's client would send again by
            // itself.
            exchange.sendResponseHeaders(answer.status(), answer.body().length());
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            return;
        }
        exchange.getResponseHeaders().set("Request-Id", answer.requestId());
        if (request.idempotencyKey() != null) {
            exchange.getResponseHeaders().set("Idempotency-Key", request.idempotencyKey());
        }
        if (answer.replayedFrom() != null) {
            exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
            exchange.getResponseHeaders().set("Original-Request", answer.replayedFrom());
        }
        respond(exchange, answer.status(), JSON, answer.body());
    }

    private Faults.Answer fault(Api.Request request) {
        try {
            return accounts.locked(
                    api.authenticate(request.authorization()),
                    account -> account.faults.nextAnswer(request.method() + " " + request.path()));
        } catch (StripeError e) {
            return Faults.Answer.NORMAL;
        }
    }

    private void control(HttpExchange exchange, String path, Form form) throws IOException {
        try {
            respond(
                    exchange,
                    200,
                    JSON,
                    Json.write(control.handle(exchange.getRequestMethod(), path, form)));
        } catch (StripeError e) {
            error(exchange, e);
        }
    }

    private void page(HttpExchange exchange, String session, Form form) throws IOException {
        var shown =
                exchange.getRequestMethod().equals("POST")
                        ? page.press(session, form)
                        : page.show(session);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'self'");
        headers.set("Cache-Control", "no-store");
        if (shown.location() != null) {
            headers.set("Location", shown.location());
        }
        respond(exchange, shown.status(), HTML, shown.html());
    }

    private static void error(HttpExchange exchange, StripeError e) throws IOException {
        var body = Json.object();
        body.set("error", e.body);
        respond(exchange, e.status, JSON, Json.write(body));
    }

    private static void respond(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
