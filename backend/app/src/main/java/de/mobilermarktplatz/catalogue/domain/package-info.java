/**
 * Catalogue rules as plain values: reading a producer's file, finding its errors, comparing,
 * prices, publishing.
 */
@NullMarked
package de.mobilermarktplatz.catalogue.domain;

import org.jspecify.annotations.NullMarked;
