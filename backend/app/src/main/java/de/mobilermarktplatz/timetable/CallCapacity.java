package de.mobilermarktplatz.timetable;

import de.mobilermarktplatz.kernel.quantity.ColdClass;

/**
 * Room of one cold class at a call, in millilitres; {@code free} is between 0 and {@code total}.
 */
public record CallCapacity(ColdClass coldClass, long totalMillilitres, long freeMillilitres) {}
