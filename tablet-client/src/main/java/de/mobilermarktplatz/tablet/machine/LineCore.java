package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.contract.journal.ClockAnchor;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.contract.upload.SignedAck;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.contract.upload.UploadReply;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The upload as a machine: batches by bytes, two under way on a line that works, one when it does
 * not, an alarm always set. Believes only what the server signed; nothing is ever deleted here,
 * whatever the server answers.
 */
final class LineCore {
    /**
     * How long nothing may be heard of a batch before it counts as lost; above any request's time.
     */
    static final Duration LOST_AFTER = Duration.ofSeconds(40);

    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final Backoff WHEN_SHUT =
            new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(10));
    private static final int PREFIX = 8;
    private static final int CONFLICT = 409;
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;

    private final Papers papers;
    private final Ports ports;
    private final Backoff backoff;
    private final TillCore till;

    LineCore(Papers papers, Ports ports, Backoff backoff, TillCore till) {
        this.papers = papers;
        this.ports = ports;
        this.backoff = backoff;
        this.till = till;
    }

    /** From the first moment on an alarm is set. */
    void start(Turn turn) {
        arm(turn, IDLE);
    }

    /** Somebody waits for it: no rest, and a look at the server even when nothing waits. */
    void asked(Turn turn, long asker, Wish.Sync wish) {
        var askers = new ArrayList<>(turn.line().askers());
        askers.add(new Line.Asker(asker, wish.untilEmpty(), turn.memory.tickets()));
        turn.set(turn.line().withAskers(askers).looking());
        pump(turn);
    }

    /** Something new waits; a line that has just failed is not asked more often for it. */
    void woken(Turn turn) {
        var line = turn.line();
        if (line.restUntil() <= millis()) {
            pump(turn);
        } else if (line.flying().isEmpty() && !line.reading()) {
            arm(turn, Duration.ofMillis(line.restUntil() - millis()));
        }
    }

    void timeCame(Turn turn) {
        var line = turn.line();
        long lost = millis() - LOST_AFTER.toMillis();
        var silent = line.flying().stream().filter(b -> b.sinceMillis() <= lost).toList();
        if (!silent.isEmpty()) {
            turn.set(
                    line.withFlying(
                            line.flying().stream().filter(b -> !silent.contains(b)).toList()));
            failed(turn, silent.getLast().ticket(), line.trouble(), false);
            return;
        }
        if (line.flying().isEmpty()) {
            // Whatever became of a read that never came back, this starts anew.
            turn.set(line.withReading(false).looking());
        }
        arm(turn, IDLE);
        pump(turn);
    }

    /** Reads the next batch when there is one and the line may carry it. */
    private void pump(Turn turn) {
        var line = turn.line();
        if (turn.memory.books() == null || line.reading() || !line.mayFly()) {
            return;
        }
        boolean more = line.next() <= turn.books().head().seq();
        boolean look = line.look() && line.flying().isEmpty();
        if (more && line.restUntil() <= millis() || look) {
            turn.set(line.withReading(true));
            turn.does(new Effect.Read(Reader.LINE, line.next(), line.size().bytes()));
        }
    }

    void rows(Turn turn, Event.Rows read) {
        var line = turn.line();
        if (!line.reading()) {
            return;
        }
        turn.set(line.withReading(false));
        if (read.from() != line.next() || !line.mayFly()) {
            pump(turn);
            return;
        }
        var before = read.from() == 1 ? papers.start() : read.before();
        if (before == null) {
            failed(
                    turn,
                    turn.ticket(),
                    "Der Server hat mehr Einträge als dieses Tablet. Bitte die Leitstelle anrufen.",
                    true);
            return;
        }
        // Only what is known to be on the disk goes up, whatever else a broken disk shows.
        long last = turn.books().head().seq();
        var rows = read.rows().stream().filter(row -> row.seq() <= last).toList();
        if (rows.isEmpty() && !line.flying().isEmpty()) {
            return;
        }
        long ticket = turn.ticket();
        long upTo = read.from() - 1 + rows.size();
        turn.set(turn.line().sent(new Line.Flying(ticket, read.from(), upTo, millis())));
        var batch = batch(line.uplink(), read.from(), before, rows);
        turn.does(new Effect.Send(ticket, new Request.Upload(papers.journal(), batch)));
        arm(turn, LOST_AFTER.plusSeconds(5));
        pump(turn);
    }

    private UploadBatch batch(Uplink known, long from, Bytes before, List<StoredEntry> rows) {
        var lastAck = known.lastAck();
        return new UploadBatch(
                Protocol.CURRENT,
                known.epoch(),
                from,
                before.first(PREFIX),
                rows.stream().map(StoredEntry::entry).toList(),
                rows.isEmpty() ? ports.key().sign(before.toArray()) : rows.getLast().signature(),
                lastAck == null ? null : Wire.read(lastAck.toArray(), SignedAck.class));
    }

    void answered(Turn turn, Event.Answered answered) {
        var line = turn.line();
        long ticket = answered.ticket();
        var batch = line.flying().stream().filter(b -> b.ticket() == ticket).findFirst();
        boolean ours = batch.isPresent();
        turn.set(line.landed(ticket));
        switch (answered.answer()) {
            case ServerAnswer.Fine fine -> heard(turn, answered, fine.body(), fine.roundTrip());
            case ServerAnswer.Refused refused when refused.status() == CONFLICT -> {
                // The server's signed word how far it is; the next batch starts from there.
                boolean overtook =
                        ticket <= line.believedAt()
                                || batch.filter(b -> b.from() > line.uplink().acked() + 1)
                                        .isPresent();
                heard(turn, answered, refused.body(), refused.roundTrip());
                if (overtook) {
                    turn.set(turn.line().overtaken());
                }
            }
            case ServerAnswer.Refused refused when ours -> refused(turn, ticket, refused);
            case ServerAnswer.Unreachable _ when ours ->
                    failed(turn, ticket, turn.line().trouble(), turn.line().shut());
            default -> {}
        }
    }

    /** Refused is not lost: the entries stay and are sent again. */
    private void refused(Turn turn, long ticket, ServerAnswer.Refused refused) {
        var words = refused.problem().words(refused.status());
        boolean shut = refused.status() == FORBIDDEN || refused.status() == UNPROCESSABLE;
        failed(
                turn,
                ticket,
                shut
                        ? "Der Server hält die Einträge dieses Tablets zurück: "
                                + words
                                + " Weiterverkaufen ist möglich, nichts geht verloren. Bitte die"
                                + " Leitstelle anrufen."
                        : "Der Server nimmt gerade nichts an: " + words,
                shut);
    }

    private void heard(Turn turn, Event.Answered answered, byte[] body, Duration roundTrip) {
        UploadReply reply;
        try {
            reply = UploadReply.decode(body);
        } catch (WireException damaged) {
            failed(turn, answered.ticket(), "Die Antwort des Servers ist nicht lesbar.", false);
            return;
        }
        var line = turn.line();
        var lag = Duration.between(ports.clock().now(), reply.serverTime());
        var localHash = reply.ack() == 0 ? papers.start() : answered.localHash();
        boolean fresh = answered.ticket() > line.believedAt();
        switch (Replies.judge(
                reply,
                line.uplink(),
                fresh,
                localHash,
                papers.journal(),
                papers.serverKey(),
                lag)) {
            case Replies.Judged.Disbelieved no ->
                    failed(turn, answered.ticket(), no.sentence(), false);
            case Replies.Judged.Forked forked ->
                    failed(turn, answered.ticket(), forked.sentence(), true);
            case Replies.Judged.Late _ -> settled(turn, answered.ticket());
            case Replies.Judged.Believed believed -> {
                turn.set(
                        line.worked(
                                believed.uplink(),
                                line.size().answered(roundTrip),
                                turn.memory.tickets(),
                                new Line.Heard(reply.serverTime(), millis())));
                if (papers.demo()) {
                    turn.memory = turn.memory.withAhead(lag);
                }
                keep(turn, answered.ticket(), line.uplink(), reply, roundTrip);
            }
        }
    }

    /** On the disk, when it says more than what is there, with this start's clock anchor if due. */
    private void keep(
            Turn turn, long ticket, Uplink before, UploadReply reply, Duration roundTrip) {
        var now = turn.line().uplink();
        boolean anchored = turn.books().anchor() > 0;
        if (turn.memory.stopped() || anchored && now.saysNoMoreThan(before)) {
            settled(turn, ticket);
            return;
        }
        var write = Write.NOTHING;
        var after = turn.books();
        if (!anchored) {
            var anchor = new ClockAnchor(reply.serverTime(), roundTrip.toMillis());
            var made =
                    till.entries().of(turn.memory, List.of(place -> anchor), turn.books().tour());
            write = made.write();
            after = made.after().anchored();
        }
        turn.commit(write.withUplink(now), after, "upload", new Then.LineOn(ticket));
    }

    /** An exchange is over and kept: who waited hears of it, and the next batch goes. */
    void settled(Turn turn, long ticket) {
        var line = turn.line();
        boolean empty =
                line.flying().isEmpty() && line.uplink().acked() >= turn.books().head().seq();
        for (var asker : line.askers()) {
            if (ticket > asker.after() && (empty || !asker.untilEmpty())) {
                turn.reply(asker.ticket(), null);
            }
        }
        turn.set(
                line.withAskers(
                        line.askers().stream()
                                .filter(a -> ticket <= a.after() || a.untilEmpty() && !empty)
                                .toList()));
        if (turn.line().flying().isEmpty()) {
            arm(turn, IDLE);
        }
        pump(turn);
    }

    /** Nothing is kept any more; those who wait hear so. */
    void stopped(Turn turn) {
        turn.line().askers().forEach(a -> turn.reply(a.ticket(), TabletCore.STOPPED));
        turn.set(turn.line().withAskers(List.of()));
    }

    private void failed(Turn turn, long ticket, @Nullable String trouble, boolean shut) {
        var before = turn.line();
        int failures = before.failures() + 1;
        var delay = (shut ? WHEN_SHUT : backoff).next(failures, ports.random());
        long rest = millis() + (shut ? delay : backoff.least()).toMillis();
        var line = before.failed(trouble, shut, rest);
        for (var asker : line.askers()) {
            if (ticket > asker.after()) {
                turn.reply(asker.ticket(), "");
            }
        }
        var left = line.askers().stream().filter(a -> ticket <= a.after()).toList();
        turn.set(line.withAskers(left));
        if (left.isEmpty()) {
            arm(turn, delay);
        } else {
            turn.set(turn.line().looking());
            arm(turn, IDLE);
            pump(turn);
        }
    }

    private static void arm(Turn turn, Duration delay) {
        turn.does(new Effect.Arm(Timer.LINE, delay));
    }

    private long millis() {
        return ports.clock().monoMillis().getAsLong();
    }
}
