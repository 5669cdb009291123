package de.mobilermarktplatz.tablet.lock;

import java.util.Optional;

/** Where PIN and failures survive a restart. */
public interface PinMemory {
    /** Empty until one is chosen. */
    Optional<PinHash> pin();

    /** Replaces the PIN and forgets the failures. */
    void keep(PinHash pin);

    /** Wrong tries since the last right one. */
    int failures();

    void failures(int failures);
}
