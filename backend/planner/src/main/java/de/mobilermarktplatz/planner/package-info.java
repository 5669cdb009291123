/** Tour planning engine: an immutable problem and a seed in, a checked plan out. */
@NullMarked
package de.mobilermarktplatz.planner;

import org.jspecify.annotations.NullMarked;
