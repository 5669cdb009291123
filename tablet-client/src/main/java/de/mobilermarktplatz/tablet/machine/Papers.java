package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.tablet.core.Till;

/**
 * What the enrolment fixed.
 *
 * @param start chain head before the first entry
 * @param serverKey raw public key that signs acknowledgements
 * @param demo whether the server's clock may be moved by people, so that the tablet's follows it
 */
public record Papers(Till till, JournalId journal, Bytes start, Bytes serverKey, boolean demo) {}
