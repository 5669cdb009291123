package de.mobilermarktplatz.tablet.store;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.net.URI;

/**
 * That this tablet is a till.
 *
 * @param server sync address with region
 * @param reply the server's answer as it came, CBOR
 */
public record Enrolled(URI server, Bytes reply) {}
