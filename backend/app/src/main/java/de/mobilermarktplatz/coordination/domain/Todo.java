package de.mobilermarktplatz.coordination.domain;

/**
 * Something that wants a hand.
 *
 * @param urgent whether it holds up others, or should have happened already
 * @param place where it is done, below the region's address
 * @param action words of the link that leads there
 */
public record Todo(boolean urgent, String text, String place, String action) {}
