package de.mobilermarktplatz.catalogue;

/** How a producer is taxed on the own sales (UStG §§ 12, 24, 19). */
public enum TaxStatus {
    STANDARD,
    /** Average rates of § 24 UStG. */
    FLAT_RATE_FARMER,
    /** Tax-free under § 19 UStG. */
    SMALL_BUSINESS
}
