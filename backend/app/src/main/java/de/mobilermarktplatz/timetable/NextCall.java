package de.mobilermarktplatz.timetable;

import java.util.OptionalInt;

/**
 * A call with the way to it.
 *
 * @param walkMetres about how far one walks from the middle of the place that was asked for; empty
 *     when the stop itself was asked for
 */
public record NextCall(Call call, OptionalInt walkMetres) {}
