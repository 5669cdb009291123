/** Readers of benchmark and own files, and the reports of the command line. */
@NullMarked
package de.mobilermarktplatz.planner.cli;

import org.jspecify.annotations.NullMarked;
