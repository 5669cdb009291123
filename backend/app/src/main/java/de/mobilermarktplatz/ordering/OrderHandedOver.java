package de.mobilermarktplatz.ordering;

import java.util.UUID;

/**
 * Fact: a van told that an order reached its customer, or that the customer refused it.
 *
 * @param operation of the journal entry that says so
 * @param paidAtVanCents what was paid with a receipt on board; 0 if it was paid online
 */
public record OrderHandedOver(UUID order, UUID operation, long paidAtVanCents) {}
