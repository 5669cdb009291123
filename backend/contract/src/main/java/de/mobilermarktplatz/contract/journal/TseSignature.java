package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.bytes.Bytes;

/**
 * What the security module returned, never computed or edited (FIS-04). Serial and algorithm follow
 * from the device.
 *
 * @param startSeconds log time of the start, Unix seconds
 * @param endSeconds log time of the end, Unix seconds
 */
public record TseSignature(
        long transaction, long counter, long startSeconds, long endSeconds, Bytes signature) {}
