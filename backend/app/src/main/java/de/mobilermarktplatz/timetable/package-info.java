/**
 * What customers order against: stops, travel times, pattern, calls, cut-offs and the room left at
 * each call.
 */
@ApplicationModule(
        displayName = "timetable",
        allowedDependencies = {"platform", "region"})
@NullMarked
package de.mobilermarktplatz.timetable;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
