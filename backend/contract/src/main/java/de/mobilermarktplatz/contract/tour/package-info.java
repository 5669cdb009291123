/** What a tablet takes along: one tour, its orders, crates, prices and stock. */
@NullMarked
package de.mobilermarktplatz.contract.tour;

import org.jspecify.annotations.NullMarked;
