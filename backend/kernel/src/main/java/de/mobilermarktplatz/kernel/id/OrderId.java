package de.mobilermarktplatz.kernel.id;

import java.util.UUID;

/** A customer's order for one call. */
public record OrderId(UUID value) implements TypedId {

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static OrderId of(String text) {
        return new OrderId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
