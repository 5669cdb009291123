package de.mobilermarktplatz.contract.crypto;

import de.mobilermarktplatz.kernel.bytes.Bytes;

/** Checks signatures; {@link Ed25519#verify} everywhere but where millions are to be checked. */
@FunctionalInterface
public interface Verifier {

    /**
     * Whether the signature is that of the message; false also for a key or signature that is none.
     *
     * @param publicKey 32 bytes
     */
    boolean signed(Bytes publicKey, byte[] message, Bytes signature);
}
