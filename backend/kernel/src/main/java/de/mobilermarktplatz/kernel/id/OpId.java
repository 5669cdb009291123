package de.mobilermarktplatz.kernel.id;

import java.util.UUID;

/** One operation on a tablet; whoever sees it twice has seen it once. */
public record OpId(UUID value) implements TypedId {

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static OpId of(String text) {
        return new OpId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
