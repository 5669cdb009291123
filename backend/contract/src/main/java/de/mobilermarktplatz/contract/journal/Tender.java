package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.money.Money;

/** A part of what was paid. */
public record Tender(TenderKind kind, Money amount) {}
