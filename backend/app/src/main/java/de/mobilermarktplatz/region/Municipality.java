package de.mobilermarktplatz.region;

/**
 * @param key official municipality key (AGS), eight digits
 */
public record Municipality(String key, String name) {}
