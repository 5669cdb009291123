/** What went wrong, fit to be read out on the telephone. */
@NullMarked
package de.mobilermarktplatz.tablet.ui.trouble;

import org.jspecify.annotations.NullMarked;
