package de.mobilermarktplatz.stripesimulator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One API request from credential to answer: key, route, parameters, idempotency, work, commit. */
final class Api {

    /**
     * A request as the wire brought it.
     *
     * @param authorization the header's value
     * @param idempotencyKey the header's value
     */
    record Request(
            String method,
            String path,
            Form form,
            @Nullable String authorization,
            @Nullable String idempotencyKey) {}

    /** What goes back; {@code replayedFrom} is the id of the request whose saved answer this is. */
    record Answer(int status, String body, String requestId, @Nullable String replayedFrom) {}

    private final List<Route> routes = Routes.all();
    private final Config config;
    private final Time time;
    private final Accounts accounts;
    private final Webhooks webhooks;
    private final Sweep sweep;

    Api(Config config, Time time, Accounts accounts, Webhooks webhooks, Sweep sweep) {
        this.sweep = sweep;
        this.config = config;
        this.time = time;
        this.accounts = accounts;
        this.webhooks = webhooks;
    }

    Answer answer(Request request, String baseUrl) {
        var requestId = Tx.newId("req_");
        try {
            var account = authenticate(request.authorization());
            return accounts.locked(account, found -> inAccount(found, request, requestId, baseUrl));
        } catch (StripeError e) {
            return new Answer(e.status, errorBody(e), requestId, null);
        }
    }

    /** The account's name, by which faults are found before the work starts. */
    String authenticate(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            throw StripeError.unauthorized("You did not provide an API key.");
        }
        var name = config.accountOf(authorization.substring("Bearer ".length()).strip());
        if (name == null) {
            throw StripeError.unauthorized("Invalid API Key provided.");
        }
        return name;
    }

    private Answer inAccount(Account account, Request request, String requestId, String baseUrl) {
        sweep.sweep(account);
        var now = time.instant();
        var key = request.method().equals("POST") ? request.idempotencyKey() : null;
        if (key != null) {
            var saved = account.saved(key, now);
            if (saved != null) {
                return replay(key, saved, request, requestId);
            }
        }
        var tx = new Tx(account, now, config.apiVersion(), requestId, key);
        int status;
        String body;
        try {
            body = execute(tx, request, baseUrl);
            status = 200;
        } catch (StripeError e) {
            body = errorBody(e);
            if (!e.executed) {
                return new Answer(e.status, body, requestId, null);
            }
            status = e.status;
            if (status != 402) {
                tx = new Tx(account, now, config.apiVersion(), requestId, key);
            }
        }
        var saved =
                new Account.Saved(
                        now.getEpochSecond(),
                        request.method() + " " + request.path(),
                        request.form().canonical(),
                        status,
                        body,
                        requestId);
        accounts.commit(account, tx, key, key == null ? null : saved);
        webhooks.deliver(account, tx.events());
        return new Answer(status, body, requestId, null);
    }

    private static Answer replay(
            String key, Account.Saved saved, Request request, String requestId) {
        if (!saved.request().equals(request.method() + " " + request.path())) {
            throw StripeError.idempotency(
                    "Keys for idempotent requests can only be used for the same endpoint they were first used for ('"
                            + saved.request()
                            + "'). Try using a key other than '"
                            + key
                            + "'.");
        }
        if (!saved.parameters().equals(request.form().canonical())) {
            throw StripeError.idempotency(
                    "Keys for idempotent requests can only be used with the same parameters they were first used"
                            + " with. Try using a key other than '"
                            + key
                            + "'.");
        }
        return new Answer(saved.status(), saved.body(), requestId, saved.requestId());
    }

    private String execute(Tx tx, Request request, String baseUrl) {
        for (var route : routes) {
            var id = route.match(request.method(), request.path());
            if (id != null) {
                route.check(request.form());
                var answer =
                        route.handler().handle(new Route.Call(tx, request.form(), id)).deepCopy();
                absolute(answer, baseUrl);
                Expansion.apply(tx, answer, request.form());
                return Json.write(answer);
            }
        }
        throw StripeError.unknownPath(request.method(), request.path());
    }

    /**
     * The page's address depends on the port, which may change between two starts over the same
     * state.
     */
    static void absolute(ObjectNode answer, String baseUrl) {
        if (answer.path("url").isString()) {
            answer.put("url", answer.path("url").asString().replace("{base}", baseUrl));
        }
    }

    private static String errorBody(StripeError e) {
        var body = Json.object();
        body.set("error", e.body);
        return Json.write(body);
    }
}
