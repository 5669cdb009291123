package de.mobilermarktplatz.catalogue;

import de.mobilermarktplatz.kernel.id.TypedId;
import java.util.UUID;

/** A file that a producer sent. */
public record UploadId(UUID value) implements TypedId {

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static UploadId of(String text) {
        return new UploadId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
