package de.mobilermarktplatz.simulation.mutants;

import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.EntryType;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.simulation.disk.SimDisk;
import de.mobilermarktplatz.simulation.world.World;
import de.mobilermarktplatz.tablet.machine.Answer;
import de.mobilermarktplatz.tablet.machine.Effect;
import de.mobilermarktplatz.tablet.machine.Event;
import de.mobilermarktplatz.tablet.machine.Memory;
import de.mobilermarktplatz.tablet.machine.Replies;
import de.mobilermarktplatz.tablet.machine.Request;
import de.mobilermarktplatz.tablet.machine.ServerAnswer;
import de.mobilermarktplatz.tablet.machine.Step;
import de.mobilermarktplatz.tablet.machine.TabletCore;
import de.mobilermarktplatz.tablet.machine.Timer;
import de.mobilermarktplatz.tablet.machine.Wish;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The real {@link TabletCore} between planted bugs. */
public final class TabletMutants {
    private static final int FAILURES = 4;
    private static final int MANY_RESTORES = 6;

    private TabletMutants() {}

    public static Step step(
            World world, TabletCore core, InstantSource clock, Memory memory, Event event) {
        var seen = event;
        if (event instanceof Event.Answered answered && isRewind(memory, answered)) {
            boolean third =
                    world.has(Mutant.LATE_RESTORE_IGNORED)
                            && memory.line().uplink().epoch() > MANY_RESTORES;
            if (third || world.has(Mutant.EPOCH_IGNORED)) {
                seen =
                        new Event.Answered(
                                answered.ticket(), new ServerAnswer.Unreachable("old"), null);
            }
        }
        if (world.has(Mutant.LOST_QUARANTINE_NOT_NOTICED)
                && event instanceof Event.Answered answered
                && asksWhatIsKept(memory, answered)) {
            seen =
                    new Event.Answered(
                            answered.ticket(), new ServerAnswer.Unreachable("kept"), null);
        }
        if (world.has(Mutant.GIVES_UP_WHEN_SHUT)
                && memory.line().health().failures() >= FAILURES
                && (event instanceof Event.TimeCame(Timer timer) && timer == Timer.LINE
                        || event instanceof Event.Woken)) {
            return new Step(memory, List.of());
        }
        if (world.has(Mutant.CLOCK_SET_BACK_STOPS_SELLING)
                && event instanceof Event.Wanted wanted
                && wanted.wish() instanceof Wish.Sell
                && memory.books() != null
                && memory.books().latest().isAfter(clock.instant())) {
            var no = Answer.no("Die Uhr geht nach.");
            return new Step(memory, List.of(new Effect.Reply(wanted.ticket(), no, "sell")));
        }
        return core.step(memory, seen);
    }

    /** Whether it answers a batch without entries behind those that are kept apart. */
    private static boolean asksWhatIsKept(Memory memory, Event.Answered answered) {
        return memory.line().flying().stream()
                .filter(batch -> batch.ticket() == answered.ticket())
                .anyMatch(
                        batch ->
                                batch.upTo() < batch.from()
                                        && batch.from() == memory.line().uplink().kept() + 1
                                        && memory.line().uplink().kept() > 0);
    }

    /** A batch that does not end with the entry that announces a key. */
    public static Bytes withWhatFollows(SimDisk disk, Request request) {
        if (!(request instanceof Request.Upload upload) || upload.batch().entries().isEmpty()) {
            return request.body();
        }
        var batch = upload.batch();
        long last = batch.from() - 1 + batch.entries().size();
        var type = EntryCodec.typeOf(batch.entries().getLast().toArray());
        var more = disk.entries(last + 1, 1);
        if (more.isEmpty() || !type.equals(Optional.of(EntryType.KEY_ROLL))) {
            return request.body();
        }
        var entries = new ArrayList<>(batch.entries());
        more.forEach(row -> entries.add(row.entry()));
        var whole =
                new UploadBatch(
                        batch.proto(),
                        batch.epochSeen(),
                        batch.from(),
                        batch.prevHash8(),
                        entries,
                        more.getLast().signature(),
                        batch.lastAck());
        return Bytes.of(whole.encode());
    }

    private static boolean isRewind(Memory memory, Event.Answered answered) {
        var acked = Replies.acked(answered.answer());
        return acked.isPresent() && acked.getAsLong() < memory.line().uplink().acked();
    }

    public static boolean forgets(World world, Effect.Arm arm, Memory memory) {
        return world.has(Mutant.RETRY_TIMER_FORGOTTEN)
                && arm.timer() == Timer.LINE
                && memory.line().health().failures() >= FAILURES;
    }
}
