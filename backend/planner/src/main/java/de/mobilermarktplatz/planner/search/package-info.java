/** Insertion and ruin-and-recreate search (SISR) over whole-number costs. */
@NullMarked
package de.mobilermarktplatz.planner.search;

import org.jspecify.annotations.NullMarked;
