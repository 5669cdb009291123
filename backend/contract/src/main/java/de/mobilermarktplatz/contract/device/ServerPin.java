package de.mobilermarktplatz.contract.device;

import de.mobilermarktplatz.kernel.bytes.Bytes;

/**
 * A key that a tablet believes.
 *
 * @param kid its number
 * @param publicKey Ed25519, 32 bytes
 */
public record ServerPin(int kid, Bytes publicKey) {}
