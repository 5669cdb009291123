package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.time.Instant;

/**
 * One of a tablet's keys.
 *
 * @param publicKey Ed25519, 32 bytes
 * @param validUntil when the certificate over it ends
 */
public record DeviceKey(Bytes publicKey, Instant validFrom, Instant validUntil) {}
