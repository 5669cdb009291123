package de.mobilermarktplatz.kernel.id;

import java.util.UUID;

/** One van on one market day. */
public record TourId(UUID value) implements TypedId {

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static TourId of(String text) {
        return new TourId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
