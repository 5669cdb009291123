package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.ReadEntry;
import de.mobilermarktplatz.contract.journal.UnknownEntry;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.BatchVerdict.Link;
import de.mobilermarktplatz.sync.domain.Effect;
import de.mobilermarktplatz.sync.domain.JournalState;
import de.mobilermarktplatz.sync.store.CaseStore;
import de.mobilermarktplatz.sync.store.JournalStore;
import io.r2dbc.spi.R2dbcException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Stores chain-valid entries together with what they mean (sync.md: store first, understand later).
 * An entry that cannot be carried out is stored all the same and becomes an office case; it never
 * holds up those behind it.
 */
@Component
class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    /** Type of an entry whose first fields cannot even be read; no version ever uses it. */
    private static final int UNREADABLE = -1;

    private final JournalStore store;
    private final CaseStore cases;
    private final Understanding understanding;
    private final InstantSource clock;
    private final TransactionalOperator tx;

    Intake(
            JournalStore store,
            CaseStore cases,
            Understanding understanding,
            InstantSource clock,
            TransactionalOperator tx) {
        this.store = store;
        this.cases = cases;
        this.understanding = understanding;
        this.clock = clock;
        this.tx = tx;
    }

    /**
     * Trouble that comes again with the same entries. Anything else goes away when the tablet tries
     * again, and must not cost an entry its effect: a connection that broke, a pool that was empty,
     * a commit of unknown outcome.
     */
    static boolean isPoison(Throwable error) {
        return error instanceof RuntimeException
                && !(error instanceof TransientDataAccessException)
                && !(error instanceof NonTransientDataAccessResourceException)
                && !(error instanceof TransactionException)
                && !(error instanceof R2dbcException);
    }

    /** Everything at once, in the caller's transaction that holds the journal. */
    Mono<JournalState> take(Region region, Device device, JournalState state, List<Link> fresh) {
        if (fresh.isEmpty()) {
            return Mono.just(state);
        }
        List<ReadEntry> entries = fresh.stream().map(Intake::read).toList();
        Link last = fresh.getLast();
        return store.append(region, state, fresh, entries, clock.instant())
                .then(understanding.carryOut(region, device, entries))
                .thenReturn(
                        new JournalState(state.journal(), last.seq(), last.hash(), state.start()));
    }

    /**
     * One entry in a transaction of its own; in another one without its meaning when it has to be.
     */
    Mono<JournalState> takeAlone(Region region, Device device, Link link) {
        Mono<JournalState> whole =
                tx.transactional(
                        held(region, device, link)
                                .flatMap(state -> take(region, device, state, List.of(link))));
        return whole.onErrorResume(
                Intake::isPoison, error -> withoutMeaning(region, device, link, error));
    }

    private Mono<JournalState> withoutMeaning(
            Region region, Device device, Link link, Throwable error) {
        LOG.warn(
                "Entry {} of {} is kept, but could not be carried out",
                link.seq(),
                device.id(),
                error);
        Effect.OfficeCase what =
                new Effect.OfficeCase(
                        "ENTRY_NOT_CARRIED_OUT",
                        link.seq(),
                        null,
                        "Der Eintrag ist aufbewahrt, konnte aber nicht gebucht werden. Vielleicht enthält er eine unmögliche Menge oder Zeit.");
        return tx.transactional(
                held(region, device, link)
                        .flatMap(
                                state ->
                                        store.append(
                                                        region,
                                                        state,
                                                        List.of(link),
                                                        List.of(read(link)),
                                                        clock.instant())
                                                .then(
                                                        cases.open(
                                                                region,
                                                                state.journal(),
                                                                what,
                                                                clock.instant()))
                                                .thenReturn(state)));
    }

    /** Empty when somebody else stored this entry meanwhile. */
    private Mono<JournalState> held(Region region, Device device, Link link) {
        return store.lock(region, device.journal(), device.id())
                .filter(state -> state.acked() + 1 == link.seq());
    }

    private static ReadEntry read(Link link) {
        try {
            return EntryCodec.decode(link.entry().toArray());
        } catch (WireException unreadable) {
            OpId made = new OpId(UUID.nameUUIDFromBytes(link.hash().toArray()));
            return new UnknownEntry(0, link.seq(), made, UNREADABLE, link.entry());
        }
    }
}
