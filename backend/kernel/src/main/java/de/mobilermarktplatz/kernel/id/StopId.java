package de.mobilermarktplatz.kernel.id;

import java.util.UUID;

/** A spot where a van may stand. */
public record StopId(UUID value) implements TypedId {

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static StopId of(String text) {
        return new StopId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
