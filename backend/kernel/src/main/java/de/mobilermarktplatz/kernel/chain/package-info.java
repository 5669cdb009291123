/** The hash chain that shows whether a journal was altered. */
@NullMarked
package de.mobilermarktplatz.kernel.chain;

import org.jspecify.annotations.NullMarked;
