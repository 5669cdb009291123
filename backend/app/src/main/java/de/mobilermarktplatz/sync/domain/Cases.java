package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.UnknownEntry;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.sync.domain.CaseWrite.OpenCase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The office cases of journals, with their words. */
final class Cases {

    private Cases() {}

    static OpenCase notCarriedOut(View view, OpId op, long seq, Instant now) {
        return ofEntry(
                "ENTRY_NOT_CARRIED_OUT",
                view,
                op,
                seq,
                null,
                "Der Eintrag ist aufbewahrt, konnte aber nicht gebucht werden. Vielleicht enthält er eine unmögliche Menge oder Zeit.",
                now);
    }

    /** One for each kind of entry, not one for each entry. */
    static OpenCase unknown(View view, UnknownEntry unknown, long seq, Instant now) {
        return OpenCase.about(
                "UNKNOWN_ENTRY",
                journal(view),
                seq,
                null,
                unknown.ver() + "/" + unknown.type(),
                "Eintragsart %d in Version %d ist hier noch nicht bekannt; sie wartet auf die neuere Version."
                        .formatted(unknown.type(), unknown.ver()),
                now);
    }

    static OpenCase handoverDoesNotFit(
            View view, JournalEntry entry, OrderId order, int told, int fits, Instant now) {
        return ofEntry(
                "HANDOVER_DOES_NOT_FIT",
                view,
                entry.opId(),
                entry.seq(),
                order,
                "Übergeben wurden %d Positionen, gebucht werden konnten %d. Vielleicht war die Bestellung storniert oder schon übergeben."
                        .formatted(told, fits),
                now);
    }

    static OpenCase duplicateHandover(
            View view, JournalEntry entry, OrderId order, int lines, Instant now) {
        return ofEntry(
                "DUPLICATE_HANDOVER",
                view,
                entry.opId(),
                entry.seq(),
                order,
                "%d Positionen der Bestellung waren schon übergeben. Bezahlt wird sie einmal; beide Übergaben stehen in den Büchern."
                        .formatted(lines),
                now);
    }

    static OpenCase refusalDoesNotFit(View view, JournalEntry entry, OrderId order, Instant now) {
        return ofEntry(
                "REFUSAL_DOES_NOT_FIT",
                view,
                entry.opId(),
                entry.seq(),
                order,
                "Abgelehnt wurden Positionen, die schon übergeben sind oder die es nicht gibt.",
                now);
    }

    static OpenCase receiptNumberTwice(View view, JournalEntry entry, long number, Instant now) {
        return ofEntry(
                "RECEIPT_NUMBER_TWICE",
                view,
                entry.opId(),
                entry.seq(),
                null,
                "Die Bonnummer %d dieser Kasse gibt es schon. Beide Bons sind gebucht."
                        .formatted(number),
                now);
    }

    static OpenCase closedByAnother(View view, JournalEntry entry, Instant now) {
        return ofEntry(
                "CLOSED_BY_ANOTHER_TABLET",
                view,
                entry.opId(),
                entry.seq(),
                null,
                "Diese Kasse hat ihren Tag abgeschlossen, die Tour fährt aber inzwischen mit einem anderen Tablet.",
                now);
    }

    /** One for each tour that a journal goes on with, not one for each of its sales. */
    static OpenCase staleGeneration(
            View view, JournalEntry entry, TourId tour, long lease, Instant now) {
        return OpenCase.about(
                "STALE_GEN",
                journal(view),
                entry.seq(),
                null,
                tour + "/" + entry.tourGen(),
                "Dieses Tablet hatte die Tour in Übergabe %d, inzwischen gilt Übergabe %d eines anderen. Was es verkauft hat, ist gebucht; bitte den Bestand zählen."
                        .formatted(entry.tourGen(), lease),
                now);
    }

    static OpenCase changeTooLate(View view, JournalEntry entry, OrderId order, Instant now) {
        return ofEntry(
                "CHANGE_TOO_LATE",
                view,
                entry.opId(),
                entry.seq(),
                order,
                "Die Bestellung sollte storniert oder geändert werden, war am Wagen aber schon erledigt. Die Übergabe gilt.",
                now);
    }

    static OpenCase requestUnknown(View view, JournalEntry entry, OrderId order, Instant now) {
        return ofEntry(
                "REQUEST_UNKNOWN",
                view,
                entry.opId(),
                entry.seq(),
                order,
                "Der Wagen hat einen Änderungswunsch erfüllt, den die Zentrale nach ihrer Wiederherstellung nicht mehr kennt. Bitte die Bestellung von Hand nachtragen.",
                now);
    }

    static OpenCase quarantineFull(View view, Arrival.BatchArrived arrival) {
        return OpenCase.about(
                "QUARANTINE_FULL",
                journal(view),
                arrival.batch().from(),
                null,
                "",
                "Von diesem Tablet sind schon %d Sendungen zurückgehalten. Was es weiter schickt, bleibt auf dem Tablet."
                        .formatted(view.held().apart()),
                arrival.now());
    }

    /**
     * @param op tells two entries of one number apart: adopted ones may come from several histories
     */
    static OpenCase ofEntry(
            String kind,
            View view,
            OpId op,
            long seq,
            @Nullable OrderId order,
            String detail,
            Instant now) {
        return OpenCase.about(kind, journal(view), seq, order, op.toString(), detail, now);
    }

    static JournalId journal(View view) {
        return view.held().state().journal();
    }
}
