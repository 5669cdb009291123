package de.mobilermarktplatz.contract.crypto;

import de.mobilermarktplatz.kernel.bytes.Bytes;

/** Signs with a key it keeps to itself. */
@FunctionalInterface
public interface Signer {

    /** The 64-byte Ed25519 signature of a message. */
    Bytes sign(byte[] message);
}
