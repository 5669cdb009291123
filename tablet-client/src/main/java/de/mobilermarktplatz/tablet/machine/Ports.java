package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.contract.crypto.Ed25519;
import de.mobilermarktplatz.contract.crypto.Signer;
import de.mobilermarktplatz.contract.crypto.Verifier;
import de.mobilermarktplatz.kernel.id.UuidV7;
import java.util.random.RandomGenerator;

/**
 * What a step may ask besides its memory and its event.
 *
 * @param key of the device
 * @param clock its wall clock is the tablet's own, never a demonstration's
 * @param random for waiting times
 */
public record Ports(
        Signer key, Verifier verifier, TabletClock clock, UuidV7 ids, RandomGenerator random) {

    /** Signatures are Ed25519. */
    public Ports(Signer key, TabletClock clock, UuidV7 ids, RandomGenerator random) {
        this(key, Ed25519::verify, clock, ids, random);
    }
}
