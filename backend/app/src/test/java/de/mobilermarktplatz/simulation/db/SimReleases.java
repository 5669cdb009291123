package de.mobilermarktplatz.simulation.db;

import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.simulation.mutants.ServerMutants;
import de.mobilermarktplatz.simulation.world.Sometimes;
import de.mobilermarktplatz.simulation.world.World;
import de.mobilermarktplatz.sync.domain.Arrival;
import de.mobilermarktplatz.sync.domain.CaseWrite;
import de.mobilermarktplatz.sync.domain.KeptHead;
import de.mobilermarktplatz.sync.domain.Outcome;
import de.mobilermarktplatz.sync.domain.ServerCore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What was kept apart comes into the books when a person says so; see {@code Releases}. */
public final class SimReleases {
    private final World world;
    private final SimDb db;
    private final ServerCore core;

    SimReleases(World world, SimDb db, ServerCore core) {
        this.world = world;
        this.db = db;
        this.core = core;
    }

    /** False when it has to wait for others, or nobody can prove it. */
    public boolean release(CaseWrite.Quarantine kept) {
        var journal = kept.journal();
        var batch = UploadBatch.decode(kept.body().toArray());
        var released =
                new Arrival.BatchReleased(
                        Arrival.batch(batch, kept.body(), Instant.ofEpochMilli(world.now())));
        var view = SimViews.load(db.tables(), journal, ServerCore.needs(released));
        var decided = core.step(view, released);
        return switch (decided.outcome()) {
            case Outcome.Accepted _ -> {
                db.commit(tables -> tables.carryOut(journal, decided.writes()));
                yield done(kept);
            }
            case Outcome.Behind _ -> elsewhere(kept, batch) && beside(kept, batch);
            case Outcome.KeptApart _ -> beside(kept, batch);
        };
    }

    private boolean done(CaseWrite.Quarantine kept) {
        boolean again = db.tables().released.contains(kept.body());
        world.dice.reached(again ? Sometimes.RELEASED_TWICE : Sometimes.RELEASED);
        db.commit(tables -> tables.released.add(kept.body()));
        return true;
    }

    private boolean elsewhere(CaseWrite.Quarantine kept, UploadBatch batch) {
        return kept.reason().equals("FORK")
                || db.tables().apart.values().stream()
                        .filter(one -> db.tables().released.contains(one.body()))
                        .filter(one -> one.journal().equals(kept.journal()))
                        .map(CaseWrite.Quarantine::link)
                        .anyMatch(link -> link != null && link.upTo() == batch.from() - 1);
    }

    /** Another history, which the device signed all the same: operation by operation. */
    private boolean beside(CaseWrite.Quarantine kept, UploadBatch batch) {
        var journal = db.tables().journals.get(kept.journal());
        var keys = db.tables().devices.get(journal.device).keys;
        for (var before : headsBefore(kept.journal(), batch.from())) {
            var head = after(kept.journal(), batch, before);
            boolean proven =
                    before.startsWith(batch.prevHash8())
                            && keys.stream()
                                    .anyMatch(
                                            key ->
                                                    world.signing.signed(
                                                            key.publicKey(),
                                                            head.toArray(),
                                                            batch.signature()));
            if (proven) {
                link(kept, batch, head);
                adopt(kept.journal(), journal, batch.entries());
                world.dice.reached(Sometimes.ADOPTED_BESIDE);
                return done(kept);
            }
        }
        return false;
    }

    private List<Bytes> headsBefore(JournalId id, long from) {
        var journal = db.tables().journals.get(id);
        List<Bytes> heads = new ArrayList<>();
        if (from == 1) {
            heads.add(journal.start);
        }
        var row = journal.rows.get(from - 1);
        if (row != null) {
            heads.add(row.link().hash());
        }
        db.tables().kept.getOrDefault(id, List.of()).stream()
                .filter(one -> one.seq() == from - 1)
                .map(KeptHead::head)
                .forEach(heads::add);
        return heads;
    }

    private static Bytes after(JournalId journal, UploadBatch batch, Bytes before) {
        var head = before;
        long seq = batch.from();
        for (var entry : batch.entries()) {
            head = HashChain.next(journal, seq++, head, entry);
        }
        return head;
    }

    private void link(CaseWrite.Quarantine kept, UploadBatch batch, Bytes head) {
        long last = batch.from() - 1 + batch.entries().size();
        var end = new KeptHead(last, head, kept.reason());
        if (!db.tables().kept.getOrDefault(kept.journal(), List.of()).contains(end)) {
            db.commit(
                    tables ->
                            tables.kept
                                    .computeIfAbsent(kept.journal(), _ -> new ArrayList<>())
                                    .add(end));
        }
    }

    /** Into the journal beside it; what any journal has already has no second effect. */
    void adopt(JournalId id, Tables.Journal journal, List<Bytes> entries) {
        var beside = beside(id);
        if (!db.tables().journals.containsKey(beside)) {
            var start = HashChain.start(Bytes.of(name(id)));
            db.commit(tables -> tables.did(all -> all.begin(beside, journal.device, start)));
        }
        var now = Instant.ofEpochMilli(world.now());
        var arrival = Arrival.EntriesAdopted.of(entries, false, now);
        var view = SimViews.load(db.tables(), beside, ServerCore.needs(arrival));
        var decided = core.step(ServerMutants.forgetful(world, view), arrival);
        db.commit(tables -> tables.carryOut(beside, decided.writes()));
    }

    /** The journal beside another one, always the same. */
    public static JournalId beside(JournalId journal) {
        return new JournalId(UUID.nameUUIDFromBytes(name(journal)));
    }

    private static byte[] name(JournalId journal) {
        return ("beside " + journal).getBytes(StandardCharsets.UTF_8);
    }
}
