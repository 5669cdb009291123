/** Scans as key events of the window. */
@NullMarked
package de.mobilermarktplatz.tablet.ui.scan;

import org.jspecify.annotations.NullMarked;
