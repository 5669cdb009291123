package de.mobilermarktplatz.kernel.id;

import java.util.UUID;

/** A packed crate. */
public record CrateId(UUID value) implements TypedId {

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static CrateId of(String text) {
        return new CrateId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
