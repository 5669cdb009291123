/**
 * What happens on board, as plain values: rules, journal entries, receipts. No file, no network, no
 * window.
 */
@NullMarked
package de.mobilermarktplatz.tablet.core;

import org.jspecify.annotations.NullMarked;
