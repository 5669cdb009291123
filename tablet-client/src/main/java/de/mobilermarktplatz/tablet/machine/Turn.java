package de.mobilermarktplatz.tablet.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step in the making: a memory that changes and effects that pile up. Lives for one step. */
final class Turn {
    Memory memory;
    private final List<Effect> effects = new ArrayList<>();

    Turn(Memory memory) {
        this.memory = memory;
    }

    Books books() {
        return memory.open();
    }

    Line line() {
        return memory.line();
    }

    void set(Books next) {
        memory = memory.with(next);
    }

    void set(Line next) {
        memory = memory.with(next);
    }

    void set(Copy next) {
        memory = memory.with(next);
    }

    void does(Effect effect) {
        effects.add(effect);
    }

    long ticket() {
        memory = memory.withTickets(memory.tickets() + 1);
        return memory.tickets();
    }

    /** Begins the one commit; whoever calls knows that none is under way. */
    void commit(Write write, Books after, String point, Then then) {
        if (memory.pending() != null) {
            throw new IllegalStateException("A commit is under way: " + memory.pending().point());
        }
        var whole = write.withPrinted(memory.printed());
        long ticket = ticket();
        memory = memory.withPending(new Memory.Pending(ticket, whole, after, point, then));
        does(new Effect.Commit(ticket, whole, point));
    }

    void reply(long asker, Answer answer, String point) {
        does(new Effect.Reply(asker, answer, point));
    }

    /**
     * @param refusal German, null when all is well
     */
    void reply(long asker, @Nullable String refusal) {
        reply(asker, refusal == null ? Answer.yes(Map.of()) : Answer.no(refusal), "word");
    }

    Step done() {
        return new Step(memory, effects);
    }
}
