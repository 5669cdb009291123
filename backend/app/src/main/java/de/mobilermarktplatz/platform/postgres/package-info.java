/**
 * PostgreSQL carried along by the program, for every installation that brings no database server of
 * its own.
 */
@org.jspecify.annotations.NullMarked
package de.mobilermarktplatz.platform.postgres;
