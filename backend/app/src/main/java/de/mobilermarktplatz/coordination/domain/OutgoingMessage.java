package de.mobilermarktplatz.coordination.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message and what became of it.
 *
 * @param name of the customer who ordered with this address or number; null when nobody did
 * @param error why the last try failed; null when none did
 * @param done when it was delivered or told; null while it is not
 * @param phonedBy who told it by phone, or null
 */
public record OutgoingMessage(
        UUID id,
        State state,
        String recipient,
        @Nullable String name,
        String subject,
        String body,
        long attempts,
        @Nullable String error,
        Instant created,
        @Nullable Instant done,
        @Nullable String phonedBy) {

    /** Where a message stands. */
    public enum State {
        /** No mail address, and more than a confirmation: somebody has to phone. */
        CALL("anrufen"),
        FAILED("gescheitert"),
        WAITING("wartet"),
        /** A confirmation for a phone number: it was read on the page and goes nowhere. */
        SHOWN("nur angezeigt"),
        SENT("gesendet"),
        PHONED("angerufen");

        private final String german;

        State(String german) {
            this.german = german;
        }

        public String german() {
            return german;
        }

        public boolean open() {
            return this == CALL || this == FAILED || this == WAITING;
        }
    }
}
