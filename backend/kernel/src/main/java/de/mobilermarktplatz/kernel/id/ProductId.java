package de.mobilermarktplatz.kernel.id;

import java.util.UUID;

/** An article of a producer. */
public record ProductId(UUID value) implements TypedId {

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ProductId of(String text) {
        return new ProductId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
