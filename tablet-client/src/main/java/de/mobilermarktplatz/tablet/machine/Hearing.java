package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.contract.journal.ClockAnchor;
import de.mobilermarktplatz.contract.upload.KeptReply;
import de.mobilermarktplatz.contract.upload.UploadReply;
import de.mobilermarktplatz.contract.wire.WireException;
import java.time.Duration;
import java.util.List;

/**
 * What the server's answers lead to. Believes only what the server signed; nothing is ever deleted
 * here, whatever the server answers.
 */
final class Hearing {
    private static final int CONFLICT = 409;
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;
    private static final int INSUFFICIENT_STORAGE = 507;

    /** What the driver reads while the office has to decide. */
    static final String APART =
            "Der Server hält die Einträge dieses Tablets zurück. Weiterverkaufen ist möglich, nichts"
                    + " geht verloren. Bitte die Leitstelle anrufen.";

    private final Papers papers;
    private final Ports ports;
    private final LineCore line;
    private final Entries entries;

    Hearing(Papers papers, Ports ports, LineCore line, Entries entries) {
        this.papers = papers;
        this.ports = ports;
        this.line = line;
        this.entries = entries;
    }

    void answered(Turn turn, Event.Answered answered) {
        var before = turn.line();
        long ticket = answered.ticket();
        var batch = before.flying().stream().filter(b -> b.ticket() == ticket).findFirst();
        turn.set(before.landed(ticket));
        switch (answered.answer()) {
            case ServerAnswer.Fine fine ->
                    heard(
                            turn,
                            answered,
                            fine.body(),
                            fine.roundTrip(),
                            batch.map(Line.Flying::upTo).orElse(0L));
            case ServerAnswer.Refused refused when refused.status() == CONFLICT -> {
                if (before.uplink().kept() > 0
                        && batch.filter(b -> b.from() == before.uplink().kept() + 1).isPresent()) {
                    // The server has forgotten what it kept; it gets that once more.
                    turn.set(turn.line().with(turn.line().uplink().keptUpTo(0)));
                }
                boolean overtook =
                        ticket <= before.believedAt()
                                || batch.filter(b -> b.from() > before.uplink().acked() + 1)
                                        .isPresent();
                if (overtook) {
                    turn.set(turn.line().overtaken());
                }
                // The server's signed word how far it is; the next batch starts from there.
                heard(turn, answered, refused.body(), refused.roundTrip(), 0);
            }
            case ServerAnswer.Refused refused when batch.isPresent() -> {
                var kept = Replies.kept(refused);
                if (kept.isPresent()) {
                    apart(turn, answered, refused, kept.get());
                } else {
                    refused(turn, ticket, refused);
                }
            }
            case ServerAnswer.Unreachable _ when batch.isPresent() ->
                    line.failed(turn, ticket, turn.line().trouble(), turn.line().shut());
            default -> {}
        }
    }

    /** Kept, and signed how far: what follows may go there too, batch by batch. */
    private void apart(
            Turn turn, Event.Answered answered, ServerAnswer.Refused refused, KeptReply reply) {
        var before = turn.line();
        boolean believed =
                Replies.believed(
                        reply,
                        answered.localHash(),
                        papers.journal(),
                        papers.serverKeys(),
                        ports.verifier());
        long upTo = Math.max(reply.upTo(), before.uplink().kept());
        if (!believed) {
            refused(turn, answered.ticket(), refused);
            return;
        }
        turn.set(before.kept(upTo, before.size().answered(refused.roundTrip()), APART));
        if (turn.memory.stopped() || turn.line().uplink().saysNoMoreThan(before.uplink())) {
            line.settled(turn, answered.ticket());
        } else {
            turn.commit(
                    Write.NOTHING.withUplink(turn.line().uplink()),
                    turn.books(),
                    "upload",
                    new Then.LineOn(answered.ticket()));
        }
    }

    /** Refused is not lost: the entries stay and are sent again. */
    private void refused(Turn turn, long ticket, ServerAnswer.Refused refused) {
        if (refused.status() == UNPROCESSABLE && Replies.kept(refused).isEmpty()) {
            fromTheBeginning(turn);
        }
        var words = refused.problem().words(refused.status());
        boolean shut =
                refused.status() == FORBIDDEN
                        || refused.status() == UNPROCESSABLE
                        || refused.status() == INSUFFICIENT_STORAGE;
        line.failed(
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

    /**
     * The server knows nothing of what came before the batch: after a restore it went on with
     * another history of this journal. The whole chain from its beginning it can keep.
     */
    private static void fromTheBeginning(Turn turn) {
        var uplink = turn.line().uplink();
        long base = turn.books().base().seq();
        if (uplink.reached() > base) {
            turn.set(turn.line().with(uplink.backTo(base)));
        }
    }

    /**
     * @param taken last entry of a batch that the server found in its own history, 0 for none
     */
    private void heard(
            Turn turn, Event.Answered answered, byte[] body, Duration roundTrip, long taken) {
        UploadReply reply;
        try {
            reply = UploadReply.decode(body);
        } catch (WireException damaged) {
            line.failed(
                    turn, answered.ticket(), "Die Antwort des Servers ist nicht lesbar.", false);
            return;
        }
        var before = turn.line();
        long ticket = answered.ticket();
        var lag = Duration.between(ports.clock().now(), reply.serverTime());
        var judged =
                Replies.judge(
                        reply,
                        before.uplink(),
                        ticket > before.believedAt(),
                        reply.ack() == 0 ? papers.start() : answered.localHash(),
                        turn.books().base().seq(),
                        papers.journal(),
                        papers.serverKeys(),
                        ports.verifier(),
                        lag);
        switch (judged) {
            case Replies.Judged.Disbelieved no -> line.failed(turn, ticket, no.sentence(), false);
            case Replies.Judged.Forked forked -> {
                var uplink = turn.line().uplink().atEpoch(reply.epoch());
                // Up to here both histories are one: what is behind it is sent, to be kept apart.
                // Not
                // signed, but whoever could forge it could as well lose every batch.
                boolean further = taken > uplink.reached() && taken <= reply.ack();
                if (further) {
                    turn.set(turn.line().with(uplink.keptUpTo(taken)));
                    line.settled(turn, ticket);
                } else {
                    boolean wentBack = reply.epoch() > before.uplink().epoch();
                    long base = turn.books().base().seq();
                    turn.set(turn.line().with(wentBack ? uplink.withoutHistory(base) : uplink));
                    line.failed(turn, ticket, forked.sentence(), true);
                }
            }
            case Replies.Judged.Lacking lacking -> {
                turn.set(turn.line().with(turn.line().uplink().atEpoch(reply.epoch())));
                line.failed(turn, ticket, lacking.sentence(), true);
            }
            case Replies.Judged.Late _ -> line.settled(turn, ticket);
            case Replies.Judged.Believed believed -> {
                turn.set(
                        before.worked(
                                believed.uplink(),
                                before.size().answered(roundTrip),
                                turn.memory.tickets(),
                                new Line.Heard(
                                        reply.serverTime(),
                                        ports.clock().monoMillis().getAsLong())));
                if (papers.demo()) {
                    turn.memory = turn.memory.withAhead(lag);
                }
                keep(turn, ticket, before.uplink(), reply, roundTrip);
            }
        }
    }

    /** On the disk, when it says more than what is there, with this start's clock anchor if due. */
    private void keep(
            Turn turn, long ticket, Uplink before, UploadReply reply, Duration roundTrip) {
        var now = turn.line().uplink();
        boolean anchored = papers.ended() || turn.books().anchor() > 0;
        if (turn.memory.stopped() || anchored && now.saysNoMoreThan(before)) {
            line.settled(turn, ticket);
            return;
        }
        var write = Write.NOTHING;
        var after = turn.books();
        if (!anchored) {
            var anchor = new ClockAnchor(reply.serverTime(), roundTrip.toMillis());
            var made = entries.of(turn.memory, List.of(place -> anchor), turn.books().tour());
            write = made.write();
            after = made.after().anchored();
        }
        turn.commit(write.withUplink(now), after, "upload", new Then.LineOn(ticket));
    }
}
