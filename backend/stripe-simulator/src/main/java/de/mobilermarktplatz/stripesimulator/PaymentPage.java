package de.mobilermarktplatz.stripesimulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The hosted page a customer is sent to. It works without JavaScript, and says on every page what
 * it is.
 */
final class PaymentPage {

    /** A page, or a redirect when {@code location} is not null. */
    record Page(int status, String html, @Nullable String location) {}

    private static final String FRAME = resource("page.html");
    static final String STYLE = resource("page.css");

    private final Config config;
    private final Time time;
    private final Accounts accounts;
    private final Webhooks webhooks;
    private final Sweep sweep;

    PaymentPage(Config config, Time time, Accounts accounts, Webhooks webhooks, Sweep sweep) {
        this.config = config;
        this.time = time;
        this.accounts = accounts;
        this.webhooks = webhooks;
        this.sweep = sweep;
    }

    /** The customer's link names only the session; its account is the one that holds it. */
    Page show(String sessionId) {
        return with(sessionId, (account, session) -> page(account, session, null));
    }

    /** A pressed button: a test card's number, or {@code abbrechen}. */
    Page press(String sessionId, Form form) {
        return with(
                sessionId,
                (account, session) ->
                        form.has("abbrechen")
                                ? back(session)
                                : pay(account, session, form.text("karte")));
    }

    private interface Step {
        Page take(Account account, ObjectNode session);
    }

    private Page with(String sessionId, Step step) {
        for (var name : accounts.names()) {
            var page =
                    accounts.locked(
                            name,
                            account -> {
                                sweep.sweep(account);
                                @Nullable ObjectNode session = account.find(sessionId);
                                return session == null ? null : step.take(account, session);
                            });
            if (page != null) {
                return page;
            }
        }
        return new Page(404, frame("<p>Diese Zahlungsseite gibt es nicht.</p>"), null);
    }

    private Page pay(Account account, ObjectNode session, @Nullable String number) {
        var testCard = number == null ? null : TestCard.byNumber(number);
        if (!Json.text(session, "status").equals("open") || testCard == null) {
            return page(
                    account,
                    session,
                    testCard == null ? "Bitte wählen Sie eine der Testkarten." : null);
        }
        var tx = new Tx(account, time.instant(), config.apiVersion(), null, null);
        try {
            CheckoutSessions.complete(tx, session, testCard);
            commit(account, tx);
            return redirect(session, "success_url");
        } catch (StripeError refused) {
            // The failed attempt stays on record with its events; the session stays open for
            // another card.
            var failed = new Tx(account, time.instant(), config.apiVersion(), null, null);
            tx.changed().stream()
                    .filter(object -> !Json.text(object, "id").equals(Json.text(session, "id")))
                    .forEach(failed::keep);
            commit(account, failed);
            webhooks.deliver(account, tx.events());
            var open = Objects.requireNonNull(account.find(Json.text(session, "id")));
            return page(account, open, "Die Karte wurde abgelehnt. Bitte wählen Sie eine andere.");
        }
    }

    private void commit(Account account, Tx tx) {
        accounts.commit(account, tx, null, null);
        webhooks.deliver(account, tx.events());
    }

    private static Page back(ObjectNode session) {
        return Json.text(session, "cancel_url").isEmpty()
                ? new Page(200, frame("<p>Sie können dieses Fenster schließen.</p>"), null)
                : redirect(session, "cancel_url");
    }

    private static Page redirect(ObjectNode session, String field) {
        var url =
                Json.text(session, field)
                        .replace("{CHECKOUT_SESSION_ID}", Json.text(session, "id"));
        return new Page(303, "", url);
    }

    private static Page page(Account account, ObjectNode session, @Nullable String notice) {
        return switch (Json.text(session, "status")) {
            case "open" ->
                    new Page(
                            notice == null ? 200 : 402,
                            frame(form(account, session, notice)),
                            null);
            case "complete" -> new Page(200, frame(done(session)), null);
            default -> new Page(410, frame(gone(session)), null);
        };
    }

    private static String form(Account account, ObjectNode session, @Nullable String notice) {
        boolean setup = Json.text(session, "mode").equals("setup");
        var html = new StringBuilder();
        html.append("<h1>")
                .append(setup ? "Karte für später hinterlegen" : "Mit Karte bezahlen")
                .append("</h1>");
        if (notice != null) {
            html.append("<p class=\"notice\" role=\"alert\">")
                    .append(escape(notice))
                    .append("</p>");
        }
        var plan = account.find("plan_" + Json.text(session, "id"));
        if (plan != null && !plan.path("lines").isEmpty()) {
            html.append("<table>");
            for (var line : plan.path("lines")) {
                html.append("<tr><td>")
                        .append(Json.number(line, "quantity"))
                        .append(" ×</td><td>")
                        .append(escape(Json.text(line, "name")))
                        .append("</td><td class=\"sum\">")
                        .append(euros(Json.number(line, "amount")))
                        .append("</td></tr>");
            }
            html.append("<tr><th colspan=\"2\">Summe</th><th class=\"sum\">")
                    .append(euros(Json.number(session, "amount_total")))
                    .append("</th></tr></table>");
        }
        html.append("<form method=\"post\" action=\"/pay/")
                .append(escape(Json.text(session, "id")))
                .append("\">");
        html.append(
                button(
                        "karte",
                        TestCard.VISA.number,
                        setup ? "Testkarte hinterlegen" : "Mit Testkarte bezahlen"));
        html.append(button("karte", TestCard.DECLINED.number, "Karte, die abgelehnt wird"));
        if (setup) {
            html.append(
                    button(
                            "karte",
                            TestCard.DECLINED_LATER.number,
                            "Karte, die erst später abgelehnt wird"));
            html.append(
                    button(
                            "karte",
                            TestCard.AUTHENTICATION_REQUIRED.number,
                            "Karte, die später nachfragt"));
        }
        html.append(button("abbrechen", "1", "Abbrechen und zurück zum Laden"));
        return html.append("</form>").toString();
    }

    private static String button(String name, String value, String text) {
        return "<button name=\""
                + name
                + "\" value=\""
                + value
                + "\">"
                + escape(text)
                + "</button>";
    }

    private static String done(ObjectNode session) {
        return "<h1>Schon erledigt</h1><p><a href=\""
                + escape(redirectTarget(session))
                + "\">Zurück zum Laden</a></p>";
    }

    private static String redirectTarget(ObjectNode session) {
        return Objects.requireNonNull(redirect(session, "success_url").location());
    }

    private static String gone(ObjectNode session) {
        var back = Json.text(session, "cancel_url");
        return "<h1>Abgelaufen</h1><p>Diese Zahlungsseite gilt nicht mehr. Es wurde nichts gebucht.</p>"
                + (back.isEmpty()
                        ? ""
                        : "<p><a href=\"" + escape(back) + "\">Zurück zum Laden</a></p>");
    }

    private static String frame(String content) {
        return FRAME.replace("{{content}}", content);
    }

    private static String euros(long cents) {
        return "%d,%02d €".formatted(cents / 100, cents % 100);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(PaymentPage.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
