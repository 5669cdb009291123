package de.mobilermarktplatz.contract.tour;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.vat.VatKey;

/**
 * Empties that are taken back.
 *
 * @param number from 1, the same for ever
 * @param text what the key shows, such as "Einwegflasche"
 */
public record DepositKind(int number, String text, Money amount, VatKey vatKey) {}
