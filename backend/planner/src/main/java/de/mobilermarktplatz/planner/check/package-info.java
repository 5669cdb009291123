/** The independent judge of plans. Shares no code with the search, on purpose. */
@NullMarked
package de.mobilermarktplatz.planner.check;

import org.jspecify.annotations.NullMarked;
