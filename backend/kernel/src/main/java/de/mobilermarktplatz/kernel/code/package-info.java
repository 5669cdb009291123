/** Codes people scan, read out and type. */
@NullMarked
package de.mobilermarktplatz.kernel.code;

import org.jspecify.annotations.NullMarked;
