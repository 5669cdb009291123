/** What is plugged into the tablet: receipt printer and cash drawer behind ports. */
@NullMarked
package de.mobilermarktplatz.tablet.device;

import org.jspecify.annotations.NullMarked;
