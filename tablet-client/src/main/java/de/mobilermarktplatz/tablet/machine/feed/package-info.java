/**
 * Keeping up with what comes down: streams of items, their numbers and fingerprints, snapshots in
 * pieces. Pure: no disk, no network, no clock.
 */
@NullMarked
package de.mobilermarktplatz.tablet.machine.feed;

import org.jspecify.annotations.NullMarked;
