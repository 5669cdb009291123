package de.mobilermarktplatz.kernel.id;

import java.util.UUID;

/** A fact in the outbox. */
public record FactId(UUID value) implements TypedId {

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static FactId of(String text) {
        return new FactId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
