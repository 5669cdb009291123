package de.mobilermarktplatz.stripesimulator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An answer that is Stripe's error object. */
final class StripeError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final int status;
    final transient ObjectNode body;

    /**
     * Whether work was done before the error: then changes are kept and the answer is kept under
     * its key.
     */
    final boolean executed;

    private StripeError(
            int status, String type, @Nullable String code, String message, boolean executed) {
        super(message, null, false, false);
        this.status = status;
        this.executed = executed;
        this.body = Json.object().put("type", type).put("message", message);
        if (code != null) {
            body.put("code", code);
        }
    }

    static StripeError invalid(String code, String message, String parameter) {
        return new StripeError(400, "invalid_request_error", code, message, false)
                .with("param", parameter);
    }

    /** The request is well formed, but the object's state does not allow it. */
    static StripeError state(String code, String message) {
        return new StripeError(400, "invalid_request_error", code, message, true);
    }

    static StripeError missing(String kind, String id) {
        return new StripeError(
                        404,
                        "invalid_request_error",
                        "resource_missing",
                        "No such " + kind + ": '" + id + "'",
                        true)
                .with("param", "id");
    }

    static StripeError unknownPath(String method, String path) {
        return new StripeError(
                404,
                "invalid_request_error",
                null,
                "Unrecognized request URL (" + method + ": " + path + ").",
                false);
    }

    static StripeError unauthorized(String message) {
        return new StripeError(401, "invalid_request_error", null, message, false);
    }

    static StripeError idempotency(String message) {
        return new StripeError(400, "idempotency_error", null, message, false);
    }

    static StripeError card(TestCard card, String code, @Nullable String declineCode) {
        var error = new StripeError(402, "card_error", code, card.declineMessage(), true);
        return declineCode == null ? error : error.with("decline_code", declineCode);
    }

    static StripeError unavailable() {
        return new StripeError(
                503, "api_error", null, "The simulator was told to be unavailable.", false);
    }

    StripeError with(String field, String value) {
        body.put(field, value);
        return this;
    }

    StripeError with(String field, ObjectNode value) {
        body.set(field, value);
        return this;
    }
}
