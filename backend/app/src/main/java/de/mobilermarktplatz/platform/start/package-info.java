/** How a start that fails explains itself. */
@NullMarked
package de.mobilermarktplatz.platform.start;

import org.jspecify.annotations.NullMarked;
