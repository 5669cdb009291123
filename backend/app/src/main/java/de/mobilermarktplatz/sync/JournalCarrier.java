package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.sync.domain.JournalWrite;
import de.mobilermarktplatz.sync.domain.JournalWrite.AppendInbox;
import de.mobilermarktplatz.sync.domain.JournalWrite.LinkParent;
import de.mobilermarktplatz.sync.domain.JournalWrite.MoveHead;
import de.mobilermarktplatz.sync.domain.JournalWrite.NoteUnderstood;
import de.mobilermarktplatz.sync.domain.JournalWrite.NoteWaiting;
import de.mobilermarktplatz.sync.domain.JournalWrite.RaiseEpoch;
import de.mobilermarktplatz.sync.store.CaseStore;
import de.mobilermarktplatz.sync.store.JournalStore;
import de.mobilermarktplatz.sync.store.WaitingStore;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
@Order(100)
class JournalCarrier implements WriteCarrier<JournalWrite> {

    private final JournalStore journals;
    private final WaitingStore waiting;
    private final CaseStore cases;

    JournalCarrier(JournalStore journals, WaitingStore waiting, CaseStore cases) {
        this.journals = journals;
        this.waiting = waiting;
        this.cases = cases;
    }

    @Override
    public Class<JournalWrite> group() {
        return JournalWrite.class;
    }

    @Override
    public Mono<Void> carry(Origin origin, List<JournalWrite> writes) {
        return Flux.fromIterable(writes).concatMap(write -> one(origin, write)).then();
    }

    private Mono<Void> one(Origin origin, JournalWrite write) {
        return switch (write) {
            case AppendInbox append -> journals.append(origin.region(), append);
            case MoveHead move -> journals.moveHead(origin.region(), move);
            case NoteWaiting note -> waiting.note(origin.region(), note);
            case NoteUnderstood note -> waiting.understood(origin.region(), note);
            case LinkParent link -> journals.linkParent(origin.region(), link);
            case RaiseEpoch raise -> cases.raiseEpoch(origin.region(), raise.epoch());
        };
    }
}
