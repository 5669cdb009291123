/**
 * The tablet as a pure machine: {@link de.mobilermarktplatz.tablet.machine.TabletCore} turns a
 * memory and an event into the next memory and the effects to carry out. No disk, no network, no
 * thread, no window in here; those are ports, carried out by the edge in service and by a simulator
 * in proofs.
 */
@NullMarked
package de.mobilermarktplatz.tablet.machine;

import org.jspecify.annotations.NullMarked;
