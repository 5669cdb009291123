/**
 * The tablet without a window: commands on standard input, one a line; answers on standard output,
 * one JSON object a line, in the same order. The first line, unasked, is the answer to {@code
 * start}. See {@link de.mobilermarktplatz.tablet.headless.Console} for the commands.
 */
@NullMarked
package de.mobilermarktplatz.tablet.headless;

import org.jspecify.annotations.NullMarked;
