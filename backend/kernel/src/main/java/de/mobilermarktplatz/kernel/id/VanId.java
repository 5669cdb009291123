package de.mobilermarktplatz.kernel.id;

import java.util.UUID;

/** A market van. */
public record VanId(UUID value) implements TypedId {

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static VanId of(String text) {
        return new VanId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
