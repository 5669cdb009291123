package de.mobilermarktplatz.contract.tour;

/**
 * What a line of an order shall become.
 *
 * @param lineNo number of the line in its order, from 1
 * @param amount pieces or grams in all, not the difference; 0 for nothing
 */
public record WantedLine(int lineNo, long amount) {}
