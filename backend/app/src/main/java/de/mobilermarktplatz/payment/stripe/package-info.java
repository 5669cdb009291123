/** The adapter to Stripe: blocking calls of stripe-java on their own bounded scheduler. */
@NullMarked
package de.mobilermarktplatz.payment.stripe;

import org.jspecify.annotations.NullMarked;
