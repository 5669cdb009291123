/**
 * What every screen stands on: where one can go, the tablet behind glass, work in the background.
 * Of JavaFX only its properties, except for {@link de.mobilermarktplatz.tablet.ui.frame.Screen}.
 */
@NullMarked
package de.mobilermarktplatz.tablet.ui.frame;

import org.jspecify.annotations.NullMarked;
