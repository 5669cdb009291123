/** The way to the backend: enrolment, tours down, journal up. Never in the way of selling. */
@NullMarked
package de.mobilermarktplatz.tablet.sync;

import org.jspecify.annotations.NullMarked;
