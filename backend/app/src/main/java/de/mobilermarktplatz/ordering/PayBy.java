package de.mobilermarktplatz.ordering;

/** How the customer wants to pay. Both are equal choices. */
public enum PayBy {
    CARD,
    AT_VAN
}
