package de.mobilermarktplatz.simulation.net;

import de.mobilermarktplatz.simulation.world.Dice;
import de.mobilermarktplatz.simulation.world.Dice.Stream;
import de.mobilermarktplatz.simulation.world.Fault;
import de.mobilermarktplatz.simulation.world.Scheduler;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The line between one van and the backend, at the level of whole requests. Each may get lost, come
 * twice, be overtaken by a newer one, or be cut short, and so may its answer.
 */
public final class Line {
    /** What a request ends with at the sender. */
    public interface Heard {
        void answered(Answer answer, long roundTripMillis);

        void unanswered(String why);
    }

    /**
     * @param status of HTTP
     */
    public record Answer(int status, byte[] body) {}

    /** A request at the backend; the answer may come later, or never. */
    public interface Server {
        void take(byte[] body, Consumer<Answer> answer);
    }

    private static final long TIMEOUT = 30_000;
    private static final long LONGEST_CLOG = 20_000;

    private final Scheduler scheduler;
    private final Dice dice;
    private final Stream draws;
    private boolean open = true;
    private long clearedAt;

    /**
     * @param draws whose dice decide
     */
    public Line(Scheduler scheduler, Dice dice, Stream draws) {
        this.scheduler = scheduler;
        this.dice = dice;
        this.draws = draws;
    }

    /** A van behind the hill. */
    public void setOpen(boolean open) {
        this.open = open;
    }

    public boolean isOpen() {
        return open;
    }

    public void send(byte[] body, Server server, Heard heard) {
        var call = new Call(heard);
        if (!open) {
            scheduler.in(50, () -> call.fail("no network"));
            return;
        }
        scheduler.in(TIMEOUT, () -> call.fail("no answer in time"));
        if (dice.strikes(Fault.REQUEST_LOST, draws) || dice.strikes(Fault.HALF_OPEN, draws)) {
            return;
        }
        if (dice.strikes(Fault.LINE_CLOGGED, draws)) {
            clearedAt = scheduler.now() + dice.below(draws, (int) LONGEST_CLOG);
        }
        long way = Math.max(0, clearedAt - scheduler.now()) + 20 + dice.below(draws, 300);
        if (dice.strikes(Fault.REQUEST_OVERTAKEN, draws)) {
            way += 1_000L + dice.below(draws, 90_000);
        }
        var sent = cut(body, Fault.REQUEST_CUT_SHORT);
        scheduler.in(way, () -> server.take(sent, answer -> back(answer, call)));
        if (dice.strikes(Fault.REQUEST_DOUBLED, draws)) {
            long again = way + dice.below(draws, 5_000);
            scheduler.in(again, () -> server.take(sent, answer -> back(answer, call)));
        }
    }

    private void back(Answer answer, Call call) {
        if (!open || dice.strikes(Fault.ANSWER_LOST, draws)) {
            return;
        }
        var body = cut(answer.body(), Fault.ANSWER_CUT_SHORT);
        scheduler.in(
                20L + dice.below(draws, 300), () -> call.end(new Answer(answer.status(), body)));
    }

    private byte[] cut(byte[] body, Fault fault) {
        return body.length > 1 && dice.strikes(fault, draws)
                ? Arrays.copyOf(body, dice.below(draws, body.length))
                : body;
    }

    private final class Call {
        private final Heard heard;
        private final long sentAt = scheduler.now();
        private boolean over;

        Call(Heard heard) {
            this.heard = heard;
        }

        void end(Answer answer) {
            if (!over) {
                over = true;
                heard.answered(answer, scheduler.now() - sentAt);
            }
        }

        void fail(String why) {
            if (!over) {
                over = true;
                heard.unanswered(why);
            }
        }
    }
}
