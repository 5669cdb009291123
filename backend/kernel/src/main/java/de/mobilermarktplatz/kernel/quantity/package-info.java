/** Pieces and grams, and what they cost. */
@NullMarked
package de.mobilermarktplatz.kernel.quantity;

import org.jspecify.annotations.NullMarked;
