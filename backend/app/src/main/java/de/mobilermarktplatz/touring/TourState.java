package de.mobilermarktplatz.touring;

/**
 * DRAFT until released; RELEASED fixes van and minutes; CLOSED when its tablet has closed the day
 * upstream.
 */
public enum TourState {
    DRAFT,
    RELEASED,
    CLOSED
}
