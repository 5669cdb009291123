/** Typing the one-time code that the office printed. */
@NullMarked
package de.mobilermarktplatz.tablet.ui.enrol;

import org.jspecify.annotations.NullMarked;
