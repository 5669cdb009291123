package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.kernel.bytes.Bytes;

/**
 * A row of the journal.
 *
 * @param seq from 1 without gaps
 * @param entry the entry's CBOR as it is chained and sent
 * @param hash chain head after this entry, 32 bytes
 * @param signature by the device key over {@code hash}, 64 bytes
 */
public record StoredEntry(long seq, Bytes entry, Bytes hash, Bytes signature) {}
