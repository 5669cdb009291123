/** Which tour to take along. */
@NullMarked
package de.mobilermarktplatz.tablet.ui.tours;

import org.jspecify.annotations.NullMarked;
