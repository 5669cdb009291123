/** What is to be planned: vans, producers, calls, travel times and rules. Immutable. */
@NullMarked
package de.mobilermarktplatz.planner.problem;

import org.jspecify.annotations.NullMarked;
