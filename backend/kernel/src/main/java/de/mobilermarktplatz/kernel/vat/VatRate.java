package de.mobilermarktplatz.kernel.vat;

import java.time.LocalDate;

/**
 * The rate of a key from a day on, until a later row of the same key.
 *
 * @param basisPoints hundredths of a percent, 0 to 10,000
 */
public record VatRate(VatKey key, LocalDate validFrom, int basisPoints) {

    public VatRate {
        if (basisPoints < 0 || basisPoints > 10_000) {
            throw new IllegalArgumentException(
                    "basis points of " + key + " must be 0 to 10,000 but are " + basisPoints);
        }
    }
}
