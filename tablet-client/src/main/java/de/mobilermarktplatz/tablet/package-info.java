/**
 * The tablet on board. {@code Main} wires it; see {@code headless} for the commands it understands.
 */
@NullMarked
package de.mobilermarktplatz.tablet;

import org.jspecify.annotations.NullMarked;
