package de.mobilermarktplatz.kernel.id;

import java.util.UUID;

/** One append-only journal; every installation or key mints a new one. */
public record JournalId(UUID value) implements TypedId {

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static JournalId of(String text) {
        return new JournalId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
