package de.mobilermarktplatz.catalogue;

/** In whose name a producer's goods are sold, by contract; frozen on every order line. */
public enum SaleModel {
    /** The market sells in its own name on the producer's account (UStG § 3(3)): the default. */
    COMMISSION,
    /** The market buys and sells. */
    OWN_NAME,
    /**
     * The producer sells, the market only acts for it. Refused until settlement and agency receipts
     * exist.
     */
    AGENCY
}
