package de.mobilermarktplatz.sync.domain;

/**
 * A fact for the outbox.
 *
 * @param fact a past-tense record
 */
public record Told(Object fact) implements Write {}
