package de.mobilermarktplatz.contract.mirror;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;

/**
 * Whose journal this is: written first, and again at every start, so that no single damaged record
 * makes the others worthless.
 *
 * @param certificate of the enrolment, as signed; the journal's chain begins with its hash
 * @param certificateSignature of the server over it
 */
public record MirrorHeader(JournalId journal, Bytes certificate, Bytes certificateSignature)
        implements MirrorRecord {
    static final int KIND = 0;
}
