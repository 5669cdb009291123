package de.mobilermarktplatz.kernel.id;

import java.util.UUID;

/** Who offers goods. */
public record ProducerId(UUID value) implements TypedId {

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ProducerId of(String text) {
        return new ProducerId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
