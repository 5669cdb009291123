package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.contract.crypto.Signer;
import de.mobilermarktplatz.kernel.id.UuidV7;
import java.util.random.RandomGenerator;

/**
 * What a step may ask besides its memory and its event.
 *
 * @param key of the device
 * @param clock its wall clock is the tablet's own, never a demonstration's
 * @param random for waiting times
 */
public record Ports(Signer key, TabletClock clock, UuidV7 ids, RandomGenerator random) {}
