package de.mobilermarktplatz.tablet.machine;

import org.jspecify.annotations.Nullable;

/**
 * A text that was issued with an entry.
 *
 * @param seq of its entry
 * @param number receipt number, null for a closing
 * @param name file name without ending
 */
public record Printout(long seq, @Nullable Long number, String name, String text) {}
