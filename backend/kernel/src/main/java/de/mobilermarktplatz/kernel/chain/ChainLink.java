package de.mobilermarktplatz.kernel.chain;

import de.mobilermarktplatz.kernel.bytes.Bytes;

/**
 * A stored entry with the head that was stored for it.
 *
 * @param entry raw bytes
 * @param hash chain head after this entry, 32 bytes
 */
public record ChainLink(long seq, Bytes entry, Bytes hash) {}
