package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.tablet.core.Till;
import java.util.List;

/**
 * What the enrolment fixed.
 *
 * @param start chain head before the first entry
 * @param serverKeys raw public keys that may sign acknowledgements: the next one stands there
 *     before the server uses it
 * @param demo whether the server's clock may be moved by people, so that the tablet's follows it
 * @param ended whether the tablet goes on with another journal: this one is delivered, copied and
 *     forgotten as ever, but nothing is written into it
 */
public record Papers(
        Till till,
        JournalId journal,
        Bytes start,
        List<Bytes> serverKeys,
        boolean demo,
        boolean ended) {

    public Papers {
        serverKeys = List.copyOf(serverKeys);
    }

    public Papers(Till till, JournalId journal, Bytes start, List<Bytes> serverKeys, boolean demo) {
        this(till, journal, start, serverKeys, demo, false);
    }

    /** The same for a journal that is at its end. */
    public Papers atItsEnd() {
        return new Papers(till, journal, start, serverKeys, demo, true);
    }

    /** With one key. */
    public Papers(Till till, JournalId journal, Bytes start, Bytes serverKey, boolean demo) {
        this(till, journal, start, List.of(serverKey), demo);
    }
}
