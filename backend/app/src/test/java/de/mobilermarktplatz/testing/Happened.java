package de.mobilermarktplatz.testing;

/** A fact that only stories tell. */
public record Happened(String what) {}
