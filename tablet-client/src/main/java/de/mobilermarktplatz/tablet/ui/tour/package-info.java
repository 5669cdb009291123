/** The stops of the day. */
@NullMarked
package de.mobilermarktplatz.tablet.ui.tour;

import org.jspecify.annotations.NullMarked;
