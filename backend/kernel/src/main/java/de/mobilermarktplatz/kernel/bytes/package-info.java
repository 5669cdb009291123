/** Byte strings that compare by value. */
@NullMarked
package de.mobilermarktplatz.kernel.bytes;

import org.jspecify.annotations.NullMarked;
