/** Tables of payment. */
@NullMarked
package de.mobilermarktplatz.payment.store;

import org.jspecify.annotations.NullMarked;
