package de.mobilermarktplatz.kernel.id;

import java.util.UUID;

/** A tenant: one county with its settings, people and books. */
public record RegionId(UUID value) implements TypedId {

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static RegionId of(String text) {
        return new RegionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
