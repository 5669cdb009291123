package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.bytes.Bytes;

/**
 * A new device key, announced under the old one.
 *
 * @param newPublicKey 32 bytes
 * @param proof signature by the new key over the old public key, 64 bytes
 */
public record KeyRoll(Bytes newPublicKey, Bytes proof) implements EntryBody {}
