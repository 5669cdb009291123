package de.mobilermarktplatz.stripesimulator;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Stripe does not have: orders to misbehave. {@code POST /simulator/clock}, {@code
 * /simulator/{account}/webhooks}, {@code …/webhooks/release}, {@code …/webhooks/send}, {@code
 * …/answers}; {@code GET /simulator/{account}/events}.
 */
final class Control {

    private final Time time;
    private final Accounts accounts;
    private final Webhooks webhooks;
    private final Sweep sweep;

    Control(Time time, Accounts accounts, Webhooks webhooks, Sweep sweep) {
        this.time = time;
        this.accounts = accounts;
        this.webhooks = webhooks;
        this.sweep = sweep;
    }

    ObjectNode handle(String method, String path, Form form) {
        var parts = List.of(path.substring("/simulator/".length()).split("/"));
        if (method.equals("POST") && parts.equals(List.of("clock"))) {
            return clock(form);
        }
        var account = parts.getFirst();
        return switch (method + " " + String.join("/", parts.subList(1, parts.size()))) {
            case "POST webhooks" -> misbehave(account, form);
            case "POST webhooks/release" -> release(account, form);
            case "POST webhooks/send" -> send(account, form);
            case "POST answers" -> failAnswers(account, form);
            case "GET events" -> events(account);
            default -> throw StripeError.unknownPath(method, path);
        };
    }

    private ObjectNode clock(Form form) {
        try {
            time.setOffset(Duration.parse(form.required("offset")));
        } catch (DateTimeParseException e) {
            throw StripeError.invalid(
                    "parameter_invalid", "Not an ISO 8601 duration such as PT26H.", "offset");
        }
        sweep.run();
        return Json.object().put("now", time.instant().toString());
    }

    private ObjectNode misbehave(String name, Form form) {
        return accounts.locked(
                name,
                account -> {
                    var faults = account.faults;
                    var delay = form.number("delay_ms");
                    var copies = form.number("copies");
                    var lose = form.number("lose");
                    faults.webhookDelayMillis = delay == null ? 0 : Math.clamp(delay, 0, 60_000);
                    faults.webhookCopies = copies == null ? 1 : Math.clamp(copies, 1, 10);
                    faults.webhooksToLose = lose == null ? 0 : Math.clamp(lose, 0, 1_000);
                    faults.webhooksHeld = form.flag("hold");
                    return Json.object()
                            .put("held", faults.webhooksHeld)
                            .put("to_lose", faults.webhooksToLose);
                });
    }

    /** Sends what was held or lost, one after the other, in the order asked for. */
    private ObjectNode release(String name, Form form) {
        var pending =
                accounts.locked(
                        name,
                        account -> {
                            account.faults.webhooksHeld = false;
                            return webhooks.undelivered(account);
                        });
        var ordered = "reversed".equals(form.text("order")) ? pending.reversed() : pending;
        var answer = Json.object();
        var sent = answer.putArray("sent");
        for (var event : ordered) {
            var id = Json.text(event, "id");
            sent.addObject()
                    .put("id", id)
                    .put("type", Json.text(event, "type"))
                    .put("status", webhooks.send(name, id));
        }
        return answer;
    }

    private ObjectNode send(String name, Form form) {
        return Json.object().put("status", webhooks.send(name, form.required("event")));
    }

    private ObjectNode failAnswers(String name, Form form) {
        var kind =
                switch (form.required("mode")) {
                    case "dropped" -> Faults.Answer.DROPPED;
                    case "unavailable" -> Faults.Answer.UNAVAILABLE;
                    default ->
                            throw StripeError.invalid(
                                    "parameter_invalid", "dropped or unavailable", "mode");
                };
        var path = form.text("path");
        var times = form.number("times");
        return accounts.locked(
                name,
                account -> {
                    account.faults.failAnswers(
                            kind, times == null ? 1 : times.intValue(), path == null ? "" : path);
                    return Json.object().put("mode", kind.name());
                });
    }

    private ObjectNode events(String name) {
        return accounts.locked(
                name,
                account -> {
                    var answer = Json.object();
                    var data = answer.putArray("data");
                    account.newestFirst("event", _ -> true).reversed().forEach(data::add);
                    return answer;
                });
    }
}
