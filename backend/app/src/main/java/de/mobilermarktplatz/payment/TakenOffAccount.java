package de.mobilermarktplatz.payment;

import java.util.UUID;

/**
 * A van took a receipt back that was sold on account.
 *
 * @param payment as in {@link SoldOnAccount}
 */
public record TakenOffAccount(UUID payment) {}
