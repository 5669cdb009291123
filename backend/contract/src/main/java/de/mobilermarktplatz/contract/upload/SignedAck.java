package de.mobilermarktplatz.contract.upload;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;

/**
 * An acknowledgement the server cannot deny after it was restored from a backup.
 *
 * @param ack last sequence the server held
 * @param headHash chain head after it, 32 bytes
 * @param signature of the server over {@link AckStatement#toSign()}
 */
public record SignedAck(long ack, Bytes headHash, Bytes signature) {

    public AckStatement statement(JournalId journal) {
        return new AckStatement(journal, ack, headHash);
    }
}
