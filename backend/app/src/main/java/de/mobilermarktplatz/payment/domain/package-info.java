/** Rules of payment as plain values and functions. */
@NullMarked
package de.mobilermarktplatz.payment.domain;

import org.jspecify.annotations.NullMarked;
