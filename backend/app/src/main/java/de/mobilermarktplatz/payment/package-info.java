/**
 * Online payment of orders through Stripe: the last step of checkout, webhooks, captures of what
 * was delivered, refunds, and the ledger that says what became of every cent. Payment knows orders;
 * orders know nothing of payment.
 */
@ApplicationModule(
        displayName = "payment",
        allowedDependencies = {"platform", "region", "identity", "notification", "ordering"})
@NullMarked
package de.mobilermarktplatz.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
