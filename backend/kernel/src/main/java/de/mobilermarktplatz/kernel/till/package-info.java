/** Basket and receipt arithmetic, change, and the strings a security module signs. */
@NullMarked
package de.mobilermarktplatz.kernel.till;

import org.jspecify.annotations.NullMarked;
