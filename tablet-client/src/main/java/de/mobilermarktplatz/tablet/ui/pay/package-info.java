/** Cash on the counter: what is due, what was given, what goes back. */
@NullMarked
package de.mobilermarktplatz.tablet.ui.pay;

import org.jspecify.annotations.NullMarked;
