package de.mobilermarktplatz.simulation.db;

import de.mobilermarktplatz.contract.crypto.Signer;
import de.mobilermarktplatz.contract.upload.AckStatement;
import de.mobilermarktplatz.contract.upload.KeptReply;
import de.mobilermarktplatz.contract.upload.KeptStatement;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.contract.upload.UploadReply;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.simulation.mutants.Mutant;
import de.mobilermarktplatz.simulation.mutants.ServerMutants;
import de.mobilermarktplatz.simulation.net.Line.Answer;
import de.mobilermarktplatz.simulation.world.Broken;
import de.mobilermarktplatz.simulation.world.Dice.Stream;
import de.mobilermarktplatz.simulation.world.Fault;
import de.mobilermarktplatz.simulation.world.Sometimes;
import de.mobilermarktplatz.simulation.world.World;
import de.mobilermarktplatz.sync.domain.Arrival;
import de.mobilermarktplatz.sync.domain.BookWrite;
import de.mobilermarktplatz.sync.domain.Decided;
import de.mobilermarktplatz.sync.domain.JournalState;
import de.mobilermarktplatz.sync.domain.KeptHead;
import de.mobilermarktplatz.sync.domain.OrderWrite;
import de.mobilermarktplatz.sync.domain.Outcome;
import de.mobilermarktplatz.sync.domain.ServerCore;
import de.mobilermarktplatz.sync.domain.View;
import de.mobilermarktplatz.sync.domain.Write;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Two backends on one database: load, decide by the real core, write, commit, answer. */
public final class SimBackend {
    private final World world;
    private final SimDb db;
    private final ServerCore core;
    private final Signer key;
    private final SimFeed feed;
    private final SimReleases releases;
    private Runnable committed = () -> {};
    private int life;

    public SimBackend(World world, SimDb db, Bytes publicKey, Signer key) {
        this.world = world;
        this.db = db;
        this.key = key;
        this.feed = new SimFeed(world, db);
        this.core =
                new ServerCore(
                        (by, message, signature) ->
                                world.signing.signed(by, message.toArray(), signature),
                        publicKey);
        this.releases = new SimReleases(world, db, core);
    }

    public SimReleases releases() {
        return releases;
    }

    /** Whoever watches hears of a commit that no batch brought. */
    public void told() {
        committed.run();
        feed.hint();
    }

    public SimFeed feed() {
        return feed;
    }

    public ServerCore core() {
        return core;
    }

    /** Told after each commit. */
    public void afterCommit(Runnable listener) {
        committed = listener;
    }

    /** The database went back; transactions under way are gone. */
    public void restart() {
        life++;
        feed.restart();
        db.dropConnections();
    }

    public void take(JournalId journal, byte[] body, Consumer<Answer> answer) {
        UploadBatch batch;
        try {
            batch = UploadBatch.decode(body);
        } catch (WireException damaged) {
            world.say(() -> "server cannot read " + body.length + " bytes");
            answer.accept(new Answer(400, new byte[0]));
            return;
        }
        if (!db.tables().journals.containsKey(journal)) {
            answer.accept(new Answer(403, new byte[0]));
            return;
        }
        var arrival = Arrival.batch(batch, Bytes.of(body), Instant.ofEpochMilli(world.now()));
        int born = life;
        boolean[] atOnce = {true};
        var early = world.has(Mutant.NO_ROW_LOCK) ? view(journal, arrival) : null;
        db.lock(
                journal,
                () -> {
                    if (!atOnce[0]) {
                        world.dice.hit(Fault.TWO_BACKENDS_ON_ONE_JOURNAL);
                    }
                    transaction(journal, arrival, early, born, answer);
                });
        atOnce[0] = false;
    }

    private View view(JournalId journal, Arrival arrival) {
        return SimViews.load(db.tables(), journal, ServerCore.needs(arrival));
    }

    private void transaction(
            JournalId journal,
            Arrival.BatchArrived arrival,
            View early,
            int born,
            Consumer<Answer> answer) {
        var view = early == null ? view(journal, arrival) : early;
        overlaps(view, arrival.batch());
        var decided = ServerMutants.step(world, core, view, arrival);
        long takes = 5L + world.dice.below(Stream.DB, 40);
        if (early(decided.outcome(), arrival.batch().entries().size())) {
            answer.accept(answer(journal, decided.outcome()));
        }
        world.scheduler.in(
                takes,
                () ->
                        end(
                                journal,
                                arrival,
                                current(journal, arrival, view, decided),
                                born,
                                answer));
    }

    /**
     * PostgreSQL locks the lines of the orders with the view: a transaction that another one was in
     * front of waits, and sees what that one left.
     */
    private Decided current(
            JournalId journal, Arrival.BatchArrived arrival, View before, Decided decided) {
        if (world.has(Mutant.NO_ROW_LOCK) || !db.tables().journals.containsKey(journal)) {
            return decided;
        }
        var now = view(journal, arrival);
        if (now.trade().equals(before.trade())) {
            return decided;
        }
        world.say(() -> "waited for the lines of orders");
        return ServerMutants.step(world, core, now, arrival);
    }

    private void overlaps(View view, UploadBatch batch) {
        long acked = view.held().state().acked();
        long last = batch.from() - 1 + batch.entries().size();
        if (!batch.entries().isEmpty() && batch.from() <= acked) {
            world.dice.reached(
                    last <= acked ? Sometimes.UPLOAD_REPEATED : Sometimes.UPLOAD_OVERLAPPED);
        }
    }

    private void end(
            JournalId journal,
            Arrival.BatchArrived arrival,
            Decided decided,
            int born,
            Consumer<Answer> answer) {
        if (born != life) {
            return;
        }
        if (world.dice.strikes(Fault.BACKEND_KILLED_BEFORE_COMMIT)) {
            world.say(() -> "backend killed before commit");
            db.unlock(journal);
            return;
        }
        if (world.dice.strikes(Fault.TRANSACTION_ROLLED_BACK)) {
            db.unlock(journal);
            world.say(() -> "transaction rolled back");
            answer.accept(new Answer(503, new byte[0]));
            return;
        }
        write(journal, decided.writes());
        note(journal, arrival, decided.outcome());
        world.say(
                () ->
                        "server took "
                                + arrival.batch().from()
                                + "+"
                                + arrival.batch().entries().size()
                                + " of "
                                + journal.value().getLeastSignificantBits()
                                + ": "
                                + words(decided.outcome()));
        db.unlock(journal);
        committed.run();
        feed.hint();
        if (world.dice.strikes(Fault.BACKEND_KILLED_AFTER_COMMIT)) {
            return;
        }
        if (world.dice.strikes(Fault.COMMIT_OF_UNKNOWN_OUTCOME)) {
            answer.accept(new Answer(503, new byte[0]));
            return;
        }
        if (!early(decided.outcome(), arrival.batch().entries().size())) {
            answer.accept(answer(journal, decided.outcome()));
        }
    }

    private boolean early(Outcome outcome, int size) {
        return world.has(Mutant.ACK_BEFORE_COMMIT)
                || world.has(Mutant.ACK_BEFORE_COMMIT_AT_PAGE_EDGE)
                        && outcome instanceof Outcome.Accepted accepted
                        && accepted.state().acked() > 0
                        && size > 3
                        && accepted.state().acked() % Mutant.PAGE == 0;
    }

    private void write(JournalId journal, List<Write> writes) {
        boolean edge =
                world.has(Mutant.TWO_TRANSACTIONS_AT_PAGE_EDGE)
                        && db.tables().journals.get(journal).acked % Mutant.PAGE == Mutant.PAGE - 1;
        if (!edge && !world.has(Mutant.TWO_TRANSACTIONS)) {
            commit(journal, writes);
            return;
        }
        var raw = new ArrayList<Write>();
        var meaning = new ArrayList<Write>();
        writes.forEach(
                write ->
                        (write instanceof BookWrite || write instanceof OrderWrite ? meaning : raw)
                                .add(write));
        commit(journal, raw);
        if (!world.dice.strikes(Fault.BACKEND_KILLED_AFTER_COMMIT)) {
            commit(journal, meaning);
        }
    }

    private void commit(JournalId journal, List<Write> writes) {
        if (!writes.isEmpty()) {
            boolean durableTooSoon = world.has(Mutant.DURABLE_IS_ACKED);
            db.commit(
                    tables -> {
                        tables.carryOut(journal, writes);
                        if (durableTooSoon) {
                            var row = tables.journals.get(journal);
                            row.durable = row.acked;
                        }
                    });
        }
    }

    private void note(JournalId journal, Arrival.BatchArrived arrival, Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted accepted -> {
                if (arrival.batch().entries().size() > 1) {
                    world.dice.reached(Sometimes.UPLOAD_OF_SEVERAL_ENTRIES);
                }
            }
            case Outcome.Behind behind -> {
                var last = arrival.batch().lastAck();
                world.dice.reached(
                        last != null && last.ack() > behind.state().acked()
                                ? Sometimes.EPOCH_RAISED
                                : Sometimes.UPLOAD_LEFT_A_GAP);
            }
            case Outcome.KeptApart apart -> {
                world.dice.reached(Sometimes.QUARANTINED);
                switch (apart.reason()) {
                    case "FORK" -> world.dice.reached(Sometimes.FORK_FOUND);
                    case "REVOKED" -> world.dice.reached(Sometimes.REVOKED_TABLET_UPLOADED);
                    default -> {}
                }
                Broken.unless(
                        !apart.kept()
                                || arrival.batch().entries().isEmpty()
                                || db.tables().apart.containsKey(arrival.body())
                                || db.tables()
                                        .kept
                                        .getOrDefault(journal, List.of())
                                        .contains(apart.end()),
                        "I11",
                        "a refused body is said to be kept, but is not");
            }
        }
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> "ack " + accepted.state().acked();
            case Outcome.Behind behind -> "behind at " + behind.state().acked();
            case Outcome.KeptApart apart -> apart.reason();
        };
    }

    private Answer answer(JournalId journal, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted ->
                    reply(200, accepted.state(), accepted.durable(), accepted.epoch());
            case Outcome.Behind behind ->
                    reply(409, behind.state(), behind.durable(), behind.epoch());
            case Outcome.KeptApart apart -> new Answer(422, problem(journal, apart.end()));
        };
    }

    /** The words of the refusal do not matter here, how far the journal is kept does. */
    private byte[] problem(JournalId journal, KeptHead end) {
        if (end == null) {
            return new byte[0];
        }
        var signature = key.sign(new KeptStatement(journal, end.seq(), end.head()).toSign());
        var kept = new KeptReply(end.seq(), end.head().first(8), signature).encode();
        return "{\"parameters\":{\"%s\":\"%s\"}}"
                .formatted(KeptReply.PARAMETER, Base64.getEncoder().encodeToString(kept))
                .getBytes(StandardCharsets.UTF_8);
    }

    private Answer reply(int status, JournalState state, long durable, long epoch) {
        var held = db.tables().journals.get(state.journal());
        Broken.unless(
                held.acked >= state.acked(),
                "I4",
                "acknowledged up to " + state.acked() + ", committed up to " + held.acked);
        var statement = new AckStatement(state.journal(), state.acked(), state.head()).toSign();
        var reply =
                new UploadReply(
                        state.acked(),
                        state.head().first(8),
                        durable,
                        epoch,
                        Instant.ofEpochMilli(world.now()),
                        Protocol.OLDEST,
                        Protocol.CURRENT,
                        Map.of(),
                        key.sign(statement));
        return new Answer(status, reply.encode());
    }

    /** A batch that the office reads from a second medium. */
    public void recover(JournalId journal, UploadBatch batch) {
        var body = Bytes.of(batch.encode());
        var arrival = Arrival.batch(batch, body, Instant.ofEpochMilli(world.now()));
        var decided = core.step(view(journal, arrival), arrival);
        commit(journal, decided.writes());
        committed.run();
    }
}
