package de.mobilermarktplatz.coordination.domain;

/** What happened by itself since a moment. */
public record SinceThen(long requests, long messages, long expired, long captured) {}
