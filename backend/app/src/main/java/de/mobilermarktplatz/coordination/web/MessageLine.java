package de.mobilermarktplatz.coordination.web;

import de.mobilermarktplatz.coordination.domain.OutgoingMessage;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Instant;

/**
 * A message as pages show it.
 *
 * @param phone for a link that dials; empty when the recipient is no number
 * @param what became of it, in a sentence; empty when the state says it all
 */
record MessageLine(
        String id,
        String state,
        String badge,
        String recipient,
        String name,
        String phone,
        String subject,
        String body,
        String created,
        String what,
        boolean mayBeSent,
        boolean mayBePhoned) {

    static MessageLine of(OutgoingMessage message, Region region) {
        OutgoingMessage.State state = message.state();
        String name = message.name();
        boolean number = !message.recipient().contains("@");
        return new MessageLine(
                message.id().toString(),
                state.german(),
                badge(state),
                message.recipient(),
                name == null ? "" : name,
                number ? message.recipient().replaceAll("[^+0-9]", "") : "",
                message.subject(),
                message.body(),
                Words.moment(message.created(), region),
                what(message, region),
                !number && state.open() && state != OutgoingMessage.State.WAITING,
                state == OutgoingMessage.State.CALL || state == OutgoingMessage.State.FAILED);
    }

    private static String badge(OutgoingMessage.State state) {
        return switch (state) {
            case CALL -> "badge badge-warn";
            case FAILED -> "badge badge-error";
            case WAITING, SHOWN -> "badge";
            case SENT, PHONED -> "badge badge-ok";
        };
    }

    private static String what(OutgoingMessage message, Region region) {
        Instant done = message.done();
        String by = message.phonedBy();
        String error = message.error();
        if (done != null) {
            return (by == null ? "" : "von " + by + ", ") + Words.moment(done, region);
        }
        if (error != null) {
            return message.attempts()
                    + (message.attempts() == 1 ? " Versuch" : " Versuche")
                    + ", zuletzt: "
                    + error;
        }
        return "";
    }
}
