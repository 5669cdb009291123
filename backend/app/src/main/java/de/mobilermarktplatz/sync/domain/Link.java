package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.bytes.Bytes;

/**
 * One entry in its place.
 *
 * @param seq from 1
 * @param entry raw bytes as hashed
 * @param hash chain head after it, 32 bytes
 */
public record Link(long seq, Bytes entry, Bytes hash) {}
