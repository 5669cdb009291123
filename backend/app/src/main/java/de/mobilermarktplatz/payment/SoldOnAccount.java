package de.mobilermarktplatz.payment;

import java.util.UUID;

/**
 * A van sold to a customer's saved card without asking the bank.
 *
 * @param payment fixed in the van's journal: told twice, charged once
 * @param order whose card it is
 * @param cents what is to be charged
 */
public record SoldOnAccount(UUID payment, UUID order, long cents) {}
