package de.mobilermarktplatz.coordination.domain;

import org.jspecify.annotations.Nullable;

/**
 * What one producer's goods did on one tour.
 *
 * @param van of the tour; null for what belongs to no tour (yet), such as requests
 */
public record StageRow(String producer, @Nullable String van, Stage stage, Amounts amounts) {}
