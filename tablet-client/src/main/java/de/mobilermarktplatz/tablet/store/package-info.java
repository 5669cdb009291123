/**
 * The tablet's one SQLite file: journal, projections and receipt numbers change together or not at
 * all.
 */
@NullMarked
package de.mobilermarktplatz.tablet.store;

import org.jspecify.annotations.NullMarked;
