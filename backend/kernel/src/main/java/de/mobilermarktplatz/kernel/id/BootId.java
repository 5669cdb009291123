package de.mobilermarktplatz.kernel.id;

import java.util.UUID;

/** One start of a tablet, within which its monotonic clock runs. */
public record BootId(UUID value) implements TypedId {

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static BootId of(String text) {
        return new BootId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
