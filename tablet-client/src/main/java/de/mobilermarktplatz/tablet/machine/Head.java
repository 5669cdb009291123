package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.kernel.bytes.Bytes;

/**
 * Where the journal ends.
 *
 * @param seq of the last entry, 0 before the first
 * @param hash after it, 32 bytes
 */
public record Head(long seq, Bytes hash) {}
