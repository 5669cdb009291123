/** What to request, until when, and how crates are filled; plain values. */
@NullMarked
package de.mobilermarktplatz.collection.domain;

import org.jspecify.annotations.NullMarked;
