package de.mobilermarktplatz.timetable.store;

import de.mobilermarktplatz.kernel.id.StopId;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.timetable.domain.Pattern;
import java.util.Map;
import java.util.UUID;

/**
 * A pattern as it is stored.
 *
 * @param millilitres room at each call, for every cold class
 */
public record StoredPattern(
        UUID id, StopId stop, Pattern pattern, Map<ColdClass, Long> millilitres) {}
