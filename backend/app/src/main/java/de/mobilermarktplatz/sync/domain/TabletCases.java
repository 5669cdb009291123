package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.sync.domain.CaseWrite.OpenCase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** The office cases about tablets themselves: their keys, and what this server forgot of them. */
final class TabletCases {

    private TabletCases() {}

    /**
     * One for each time that this server went back.
     *
     * @param epoch as it was before it rose
     */
    static OpenCase restored(View view, long epoch, Instant now) {
        JournalId journal = Cases.journal(view);
        return new OpenCase(
                UUID.nameUUIDFromBytes(
                        ("SERVER_RESTORED|" + epoch).getBytes(StandardCharsets.UTF_8)),
                "SERVER_RESTORED",
                journal,
                0,
                null,
                "Der Server wurde aus einer Sicherung wiederhergestellt; dieses Tablet hat es bewiesen. Verkäufe kommen von selbst zurück. Sperren, die nach der Sicherung ausgesprochen wurden, hat er vergessen.",
                now);
    }

    static OpenCase keyNotProven(View view, JournalEntry entry, Instant now) {
        return Cases.ofEntry(
                "KEY_NOT_PROVEN",
                view,
                entry.opId(),
                entry.seq(),
                null,
                "Dieses Tablet wollte seinen Schlüssel wechseln, konnte den alten aber nicht beweisen. Der alte gilt weiter; bitte das Tablet ansehen.",
                now);
    }

    static OpenCase keyTooLate(View view, JournalEntry entry, Instant now) {
        return Cases.ofEntry(
                "KEY_ROLLED_TOO_LATE",
                view,
                entry.opId(),
                entry.seq(),
                null,
                "Dieses Tablet wollte seinen Schlüssel erst wechseln, als er schon abgelaufen war. Ist es in guten Händen, bitte unter „Tablets“ verlängern.",
                now);
    }
}
