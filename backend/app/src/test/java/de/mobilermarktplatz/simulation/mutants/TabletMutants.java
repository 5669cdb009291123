package de.mobilermarktplatz.simulation.mutants;

import de.mobilermarktplatz.simulation.world.World;
import de.mobilermarktplatz.tablet.machine.Effect;
import de.mobilermarktplatz.tablet.machine.Event;
import de.mobilermarktplatz.tablet.machine.Head;
import de.mobilermarktplatz.tablet.machine.Held;
import de.mobilermarktplatz.tablet.machine.Memory;
import de.mobilermarktplatz.tablet.machine.Replies;
import de.mobilermarktplatz.tablet.machine.ServerAnswer;
import de.mobilermarktplatz.tablet.machine.Step;
import de.mobilermarktplatz.tablet.machine.TabletCore;
import de.mobilermarktplatz.tablet.machine.Timer;
import de.mobilermarktplatz.tablet.machine.Write;

/** The real {@link TabletCore} between planted bugs. */
public final class TabletMutants {
    private static final int FAILURES = 4;

    private TabletMutants() {}

    public static Step step(World world, TabletCore core, Memory memory, Event event) {
        var seen = event;
        if (world.has(Mutant.EPOCH_IGNORED) && event instanceof Event.Answered answered) {
            var acked = Replies.acked(answered.answer());
            if (acked.isPresent() && acked.getAsLong() < memory.line().uplink().acked()) {
                seen =
                        new Event.Answered(
                                answered.ticket(), new ServerAnswer.Unreachable("old"), null);
            }
        }
        if (world.has(Mutant.GIVES_UP_WHEN_SHUT)
                && memory.line().health().failures() >= FAILURES
                && (event instanceof Event.TimeCame(Timer timer) && timer == Timer.LINE
                        || event instanceof Event.Woken)) {
            return new Step(memory, java.util.List.of());
        }
        return core.step(memory, seen);
    }

    public static boolean forgets(World world, Effect.Arm arm, Memory memory) {
        return world.has(Mutant.RETRY_TIMER_FORGOTTEN)
                && arm.timer() == Timer.LINE
                && memory.line().health().failures() >= FAILURES;
    }

    public static Held held(World world, Held held) {
        return held;
    }

    public static Write write(World world, Write write) {
        return write;
    }

    /** What a tablet forgets that prunes what is acknowledged. */
    public static Head pruned(Write write, Head acked) {
        return write.uplink() == null ? null : acked;
    }
}
