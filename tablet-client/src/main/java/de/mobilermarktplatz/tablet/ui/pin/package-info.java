/** Choosing and asking for the driver's PIN. */
@NullMarked
package de.mobilermarktplatz.tablet.ui.pin;

import org.jspecify.annotations.NullMarked;
