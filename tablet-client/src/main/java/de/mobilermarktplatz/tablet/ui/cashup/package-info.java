/** The drawer and the end of the tour: opening cash, blind count, leftovers, closing. */
@NullMarked
package de.mobilermarktplatz.tablet.ui.cashup;

import org.jspecify.annotations.NullMarked;
