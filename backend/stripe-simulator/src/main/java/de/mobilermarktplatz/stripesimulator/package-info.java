/**
 * A stateful local stand-in for Stripe's HTTP API, for demo and tests only. No money moves here,
 * and every page it shows says so. It is reached through the real stripe-java and one base URL, so
 * the same client code talks to Stripe in production.
 */
@NullMarked
package de.mobilermarktplatz.stripesimulator;

import org.jspecify.annotations.NullMarked;
