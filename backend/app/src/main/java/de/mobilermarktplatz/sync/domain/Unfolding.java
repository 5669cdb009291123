package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.ReadEntry;
import de.mobilermarktplatz.contract.journal.UnknownEntry;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.sync.domain.HeldJournal.Place;
import de.mobilermarktplatz.sync.domain.JournalWrite.AppendInbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes entries one after the other; each sees what those before it did. Lives for one step. */
final class Unfolding {

    private final View view;
    private final Instant now;
    private final Meaning meaning;
    private final Set<OpId> seen = new HashSet<>();
    private final List<AppendInbox.Row> rows = new ArrayList<>();
    private final List<Write> effects = new ArrayList<>();

    Unfolding(View view, Instant now, ServerCore.Signatures signatures) {
        this.view = view;
        this.now = now;
        this.meaning = new Meaning(view, now, signatures);
    }

    /** Stores an entry and carries it out, unless its operation has had its effect already. */
    void take(Link link, ReadEntry read) {
        boolean again = knownElsewhere(read.opId(), link.seq()) || !seen.add(read.opId());
        rows.add(new AppendInbox.Row(link, read.opId(), again));
        if (!again) {
            unfold(link.seq(), read);
        }
    }

    /** Whether this operation stands in a journal, this one included. */
    boolean knows(OpId op) {
        return view.held().known().containsKey(op) || seen.contains(op);
    }

    /** The place behind all that were taken so far. */
    Link next(Bytes entry) {
        JournalState at = state();
        return new Link(
                at.acked() + 1,
                entry,
                HashChain.next(at.journal(), at.acked() + 1, at.head(), entry));
    }

    /** Stores an entry that cannot be carried out, and tells the office. */
    void keep(Link link, ReadEntry read) {
        boolean again = knownElsewhere(read.opId(), link.seq());
        rows.add(new AppendInbox.Row(link, read.opId(), again));
        if (!again) {
            waits(link.seq(), read);
        }
        effects.add(Cases.notCarriedOut(view, read.opId(), link.seq(), now));
    }

    /** A later version may read it, or carry it out. */
    private void waits(long seq, ReadEntry read) {
        JournalId journal = view.held().state().journal();
        effects.add(
                switch (read) {
                    case JournalEntry entry ->
                            new JournalWrite.NoteWaiting(
                                    journal, seq, entry.ver(), entry.type().code(), now);
                    case UnknownEntry unknown ->
                            new JournalWrite.NoteWaiting(
                                    journal, seq, unknown.ver(), unknown.type(), now);
                });
    }

    /** Carries out an entry that was stored before anybody here could read it. */
    void understand(long seq, ReadEntry read) {
        if (read instanceof JournalEntry entry) {
            if (!knownElsewhere(read.opId(), seq)) {
                try {
                    effects.addAll(meaning.of(entry));
                } catch (ArithmeticException | IllegalArgumentException stillAbsurd) {
                    return;
                }
            }
            effects.add(new JournalWrite.NoteUnderstood(view.held().state().journal(), seq, now));
        }
    }

    private void unfold(long seq, ReadEntry read) {
        switch (read) {
            case JournalEntry entry -> effects.addAll(carriedOut(seq, entry));
            case UnknownEntry unknown -> {
                waits(seq, unknown);
                effects.add(Cases.unknown(view, unknown, seq, now));
            }
        }
    }

    /** Sums beyond all measure are the entry's own trouble, not that of the others. */
    private List<Write> carriedOut(long seq, JournalEntry entry) {
        try {
            return meaning.of(entry);
        } catch (ArithmeticException | IllegalArgumentException absurd) {
            waits(seq, entry);
            return List.of(Cases.notCarriedOut(view, entry.opId(), seq, now));
        }
    }

    private boolean knownElsewhere(OpId op, long seq) {
        Place place = view.held().known().get(op);
        return place != null && !place.equals(new Place(view.held().state().journal(), seq));
    }

    JournalState state() {
        JournalState before = view.held().state();
        if (rows.isEmpty()) {
            return before;
        }
        Link last = rows.getLast().link();
        return new JournalState(before.journal(), last.seq(), last.hash(), before.start());
    }

    List<Write> writes() {
        if (rows.isEmpty()) {
            return effects;
        }
        JournalState after = state();
        List<Write> writes = new ArrayList<>(effects.size() + 2);
        writes.add(new AppendInbox(after.journal(), List.copyOf(rows), now));
        writes.add(new JournalWrite.MoveHead(after.journal(), after.acked(), after.head()));
        writes.addAll(effects);
        return writes;
    }
}
