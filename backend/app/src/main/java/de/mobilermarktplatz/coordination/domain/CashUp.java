package de.mobilermarktplatz.coordination.domain;

/**
 * A closed till.
 *
 * @param zNumber counts the closings of this till without gaps
 * @param salesCents gross of its receipts of the tour, cash movements left out
 */
public record CashUp(
        int till,
        long zNumber,
        String van,
        long receipts,
        long salesCents,
        long expectedCents,
        long countedCents,
        long differenceCents) {}
