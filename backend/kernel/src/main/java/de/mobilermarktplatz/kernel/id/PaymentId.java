package de.mobilermarktplatz.kernel.id;

import java.util.UUID;

/** One payment, fixed before the first request to the provider. */
public record PaymentId(UUID value) implements TypedId {

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static PaymentId of(String text) {
        return new PaymentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
