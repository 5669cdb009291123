/** One stop: arriving, its orders or crates, leaving. */
@NullMarked
package de.mobilermarktplatz.tablet.ui.stop;

import org.jspecify.annotations.NullMarked;
