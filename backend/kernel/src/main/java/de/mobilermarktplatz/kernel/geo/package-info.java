/** Places on the map in whole micro-degrees. */
@NullMarked
package de.mobilermarktplatz.kernel.geo;

import org.jspecify.annotations.NullMarked;
