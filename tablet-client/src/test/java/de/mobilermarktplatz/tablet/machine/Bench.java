package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.contract.crypto.Ed25519KeyPair;
import de.mobilermarktplatz.contract.upload.AckStatement;
import de.mobilermarktplatz.contract.upload.KeptReply;
import de.mobilermarktplatz.contract.upload.KeptStatement;
import de.mobilermarktplatz.contract.upload.UploadReply;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.BootId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.tablet.SampleTour;
import de.mobilermarktplatz.tablet.core.Command;
import de.mobilermarktplatz.tablet.core.Till;
import de.mobilermarktplatz.tablet.store.TabletStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The real machine on the real store, with time and network in the test's hands: what it sends
 * waits in {@link #sent} until the test answers, alarms wait in {@link #alarms}.
 */
final class Bench implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    final Ed25519KeyPair server = Ed25519KeyPair.generate(new SecureRandom());
    final Ed25519KeyPair device = Ed25519KeyPair.generate(new SecureRandom());
    final JournalId journal = new JournalId(new UUID(7, 7));
    final Papers papers =
            new Papers(
                    new Till(3, "Muster", ZoneId.of("Europe/Berlin"), Map.of()),
                    journal,
                    Bytes.of(new byte[32]),
                    server.publicKey(),
                    false);
    final TabletStore store;
    final TabletCore core;
    final List<Effect> effects = new ArrayList<>();
    final Deque<Effect.Send> sent = new ArrayDeque<>();
    final Map<Long, Answer> answers = new HashMap<>();
    final Map<Timer, Duration> alarms = new EnumMap<>(Timer.class);

    /** So long commits are not carried out but pile up here. */
    final Deque<Effect.Commit> held = new ArrayDeque<>();

    boolean holdsCommits;
    @Nullable SecondMedium medium;
    Memory memory = Memory.NEW;
    long epoch = 1;
    long durable;
    private final Deque<Event> inbox = new ArrayDeque<>();
    Duration jump = Duration.ZERO;
    private long millis;
    private long tickets;

    Bench(Path folder) {
        this.store = TabletStore.open(folder);
        var clock =
                new TabletClock(
                        () -> START.plusMillis(millis).plus(jump),
                        () -> millis,
                        new BootId(new UUID(9, 9)));
        var ids = new UuidV7(clock.wall(), new Random(3));
        this.core =
                new TabletCore(
                        papers, new Ports(device, clock, ids, new Random(4)), Backoff.SERVICE);
    }

    static Bench onTour(Path folder) {
        var bench = new Bench(folder);
        bench.start();
        bench.ask(new Wish.TakeTour(Bytes.of(SampleTour.snapshot().encode())));
        return bench;
    }

    Answer start() {
        Long mirrored = null;
        try {
            mirrored = medium == null ? null : (Long) medium.upTo();
        } catch (SecondMedium.MediumFailed missing) {
            // As in service: it is not there yet.
        }
        long ticket = ++tickets;
        tell(new Event.Started(ticket, store.held(papers.start()), medium != null, mirrored));
        return answers.get(ticket);
    }

    /** The answer, null while there is none. */
    @Nullable Answer ask(Wish wish) {
        long ticket = ++tickets;
        tell(new Event.Wanted(ticket, wish));
        return answers.get(ticket);
    }

    @Nullable Answer sell() {
        return ask(
                new Wish.Sell(
                        List.of(new Command.Scan(SampleTour.JUICE_GTIN, 1)),
                        Money.cents(5000),
                        null));
    }

    void sell(int times) {
        for (int i = 0; i < times; i++) {
            sell();
        }
    }

    void pass(Duration time) {
        millis += time.toMillis();
    }

    void tell(Event event) {
        inbox.add(event);
        for (var next = inbox.poll(); next != null; next = inbox.poll()) {
            var step = core.step(memory, next);
            memory = step.memory();
            step.effects().forEach(this::carryOut);
        }
    }

    private void carryOut(Effect effect) {
        effects.add(effect);
        switch (effect) {
            case Effect.Commit commit -> {
                if (holdsCommits) {
                    held.add(commit);
                } else {
                    inbox.add(commit(commit));
                }
            }
            case Effect.Read read ->
                    inbox.add(
                            new Event.Rows(
                                    read.reader(),
                                    read.from(),
                                    store.hashAfter(read.from() - 1).orElse(null),
                                    store.entries(read.from(), read.limitBytes())));
            case Effect.Send send -> sent.add(send);
            case Effect.Arm arm -> alarms.put(arm.timer(), arm.delay());
            case Effect.Reply reply -> answers.put(reply.ticket(), reply.answer());
            case Effect.Print print -> inbox.add(new Event.Printed(print.printout().seq()));
            case Effect.Mirror mirror -> inbox.add(copied(mirror.rows()));
            case Effect.ProbeMirror _ -> inbox.add(probed());
            case Effect.OpenDrawer _ -> {}
        }
    }

    Event commit(Effect.Commit commit) {
        try {
            store.commit(commit.write(), () -> {});
            return new Event.Committed(commit.ticket());
        } catch (StoreFailed e) {
            return new Event.NotCommitted(commit.ticket(), e.getMessage());
        }
    }

    private Event copied(List<StoredEntry> rows) {
        try {
            medium.append(rows);
            return new Event.Mirrored(rows.getLast().seq());
        } catch (SecondMedium.OtherMedium changed) {
            return probed();
        } catch (SecondMedium.MediumFailed e) {
            return new Event.MirrorFailed(e.getMessage());
        }
    }

    private Event probed() {
        try {
            return new Event.MirrorBack(medium.upTo());
        } catch (SecondMedium.MediumFailed e) {
            return new Event.MirrorFailed(e.getMessage());
        }
    }

    Request.Upload upload(Effect.Send send) {
        return (Request.Upload) send.request();
    }

    /** Last entry of a batch. */
    long upTo(Effect.Send send) {
        var batch = upload(send).batch();
        return batch.from() - 1 + batch.entries().size();
    }

    /** The server has the batch and says so. */
    void acknowledge(Effect.Send send) {
        answer(send, 200, upTo(send));
    }

    /** A signed answer, whatever it is worth. */
    void answer(Effect.Send send, int status, long ack) {
        var body = reply(ack).encode();
        var took = Duration.ofMillis(100);
        var answer =
                status == 200
                        ? new ServerAnswer.Fine(body, took)
                        : new ServerAnswer.Refused(status, body, took);
        tell(new Event.Answered(send.ticket(), answer, store.hashAfter(ack).orElse(null)));
    }

    /** Of a server that has other entries up to there than this tablet. */
    void answerWithAnotherHistory(Effect.Send send, long ack) {
        var ours = reply(ack);
        var theirs =
                new UploadReply(
                        ours.ack(),
                        Bytes.of(new byte[8]),
                        ours.durable(),
                        ours.epoch() + 1,
                        ours.serverTime(),
                        ours.minProto(),
                        ours.maxProto(),
                        ours.heads(),
                        ours.ackSignature());
        var refused = new ServerAnswer.Refused(409, theirs.encode(), Duration.ofMillis(100));
        tell(new Event.Answered(send.ticket(), refused, store.hashAfter(ack).orElse(null)));
    }

    void refuse(Effect.Send send, int status) {
        var body = "{\"title\":\"Gerade nicht\"}".getBytes();
        tell(
                new Event.Answered(
                        send.ticket(),
                        new ServerAnswer.Refused(status, body, Duration.ofMillis(100)),
                        null));
    }

    /** Keeps the batch apart and signs how far it has come with that. */
    void keepApart(Effect.Send send) {
        keepApart(send, upTo(send), false);
    }

    /**
     * @param asAck signed as if it were an acknowledgement
     */
    void keepApart(Effect.Send send, long upTo, boolean asAck) {
        var head = upTo == 0 ? papers.start() : store.hashAfter(upTo).orElseThrow();
        var statement =
                asAck
                        ? new AckStatement(journal, upTo, head).toSign()
                        : new KeptStatement(journal, upTo, head).toSign();
        var kept = new KeptReply(upTo, head.first(8), server.sign(statement)).encode();
        var body =
                "{\"parameters\":{\"kept\":\"%s\"}}"
                        .formatted(Base64.getEncoder().encodeToString(kept));
        var refused = new ServerAnswer.Refused(422, body.getBytes(), Duration.ofMillis(100));
        tell(
                new Event.Answered(
                        send.ticket(),
                        refused,
                        Replies.acked(refused).stream()
                                .mapToObj(store::hashAfter)
                                .flatMap(Optional::stream)
                                .findFirst()
                                .orElse(null)));
    }

    void lose(Effect.Send send) {
        tell(new Event.Answered(send.ticket(), new ServerAnswer.Unreachable("no network"), null));
    }

    private UploadReply reply(long ack) {
        var head = ack == 0 ? papers.start() : store.hashAfter(ack).orElseThrow();
        return new UploadReply(
                ack,
                head.first(8),
                durable,
                epoch,
                START.plusMillis(millis),
                1,
                1,
                Map.of(),
                server.sign(new AckStatement(journal, ack, head).toSign()));
    }

    /** Answers everything until nothing is under way. */
    void drain() {
        while (!sent.isEmpty()) {
            acknowledge(sent.poll());
        }
    }

    long acked() {
        return memory.line().uplink().acked();
    }

    long last() {
        return memory.open().head().seq();
    }

    String words() {
        return SyncWords.of(memory, null, papers.till().zone()).words();
    }

    @Override
    public void close() {
        store.close();
    }
}
