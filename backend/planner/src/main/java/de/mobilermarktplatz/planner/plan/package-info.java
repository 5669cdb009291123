/** What was planned: tours, visits, breaks and what could not be served. */
@NullMarked
package de.mobilermarktplatz.planner.plan;

import org.jspecify.annotations.NullMarked;
