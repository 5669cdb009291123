package de.mobilermarktplatz.coordination.domain;

import java.time.LocalDate;

/**
 * What a night found when it held the provider's list against our ledger.
 *
 * @param day on which the payments began at the provider
 * @param providerCents taken less given back, as the provider says
 * @param ledgerCents the same as our ledger says
 * @param differences payments that differ
 */
public record PaymentProof(
        LocalDate day,
        long payments,
        long providerCents,
        long ledgerCents,
        long differences,
        boolean finished) {}
