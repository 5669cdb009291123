package de.mobilermarktplatz.simulation.people;

import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.kernel.id.BootId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.simulation.db.SimBackend;
import de.mobilermarktplatz.simulation.disk.Died;
import de.mobilermarktplatz.simulation.disk.SimDisk;
import de.mobilermarktplatz.simulation.disk.SimMedium;
import de.mobilermarktplatz.simulation.mutants.Mutant;
import de.mobilermarktplatz.simulation.mutants.TabletMutants;
import de.mobilermarktplatz.simulation.net.Line;
import de.mobilermarktplatz.simulation.world.Broken;
import de.mobilermarktplatz.simulation.world.Dice.Stream;
import de.mobilermarktplatz.simulation.world.Fault;
import de.mobilermarktplatz.simulation.world.Scheduler;
import de.mobilermarktplatz.simulation.world.Signing;
import de.mobilermarktplatz.simulation.world.Sometimes;
import de.mobilermarktplatz.simulation.world.World;
import de.mobilermarktplatz.tablet.core.Command;
import de.mobilermarktplatz.tablet.machine.Answer;
import de.mobilermarktplatz.tablet.machine.Backoff;
import de.mobilermarktplatz.tablet.machine.Effect;
import de.mobilermarktplatz.tablet.machine.Event;
import de.mobilermarktplatz.tablet.machine.Head;
import de.mobilermarktplatz.tablet.machine.Memory;
import de.mobilermarktplatz.tablet.machine.NewJournal;
import de.mobilermarktplatz.tablet.machine.Ports;
import de.mobilermarktplatz.tablet.machine.Reader;
import de.mobilermarktplatz.tablet.machine.Replies;
import de.mobilermarktplatz.tablet.machine.SecondMedium;
import de.mobilermarktplatz.tablet.machine.ServerAnswer;
import de.mobilermarktplatz.tablet.machine.StoreFailed;
import de.mobilermarktplatz.tablet.machine.StoredEntry;
import de.mobilermarktplatz.tablet.machine.TabletClock;
import de.mobilermarktplatz.tablet.machine.TabletCore;
import de.mobilermarktplatz.tablet.machine.Timer;
import de.mobilermarktplatz.tablet.machine.Wish;
import de.mobilermarktplatz.tablet.machine.Write;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * One tablet: the real {@link TabletCore} with simulated hands. Between any two effects its program
 * may die; what it showed until then must be true for ever.
 */
public final class SimTablet {
    /** How long a program that died stays down, at most. */
    private static final int DOWN_MILLIS = 60_000;

    private static final int BYTES_OF_AN_ENTRY = 256;

    public final Identity identity;
    public final SimDisk disk;
    public final SimMedium medium;
    public final SimClock clock;
    public final Line line;
    public final SimFollower follower;
    private final Line feedLine;
    public final Shown shown = new Shown();
    private final World world;
    private final SimBackend backend;
    private final SplittableRandom random;
    private final Deque<Event> inbox = new ArrayDeque<>();
    private final Map<Timer, Scheduler.Planned> timers = new EnumMap<>(Timer.class);
    private TabletCore core;
    private Memory memory = Memory.NEW;
    private int life;
    private boolean running;
    private boolean gone;
    private boolean powerWasCut;
    private boolean ended;
    private BootId boot;
    private final KeyRing keys;
    private long tickets;

    public SimTablet(
            World world, SimBackend backend, Identity identity, SimDisk disk, SimMedium medium) {
        this.world = world;
        this.backend = backend;
        this.identity = identity;
        this.disk = disk;
        this.medium = medium;
        this.clock = new SimClock(world);
        this.keys = new KeyRing(identity.key());
        this.line = new Line(world.scheduler, world.dice, Stream.NET);
        this.feedLine = new Line(world.scheduler, world.dice, Stream.FEED);
        this.random = world.dice.of(Stream.TABLET_IDS).split();
        this.follower = new SimFollower(world, this, random.split());
    }

    /** Operation of an entry that is still here, null when it is not. */
    public OpId opOf(long seq) {
        return disk.entries(seq, 1).stream()
                .filter(row -> row.seq() == seq)
                .map(row -> EntryCodec.decode(row.entry().toArray()).opId())
                .findFirst()
                .orElse(null);
    }

    public boolean isRunning() {
        return running && !gone;
    }

    /** Nobody will ever switch it on again. */
    public void vanish() {
        gone = true;
        running = false;
        life++;
    }

    public boolean isGone() {
        return gone;
    }

    public Memory memory() {
        return memory;
    }

    public void start() {
        if (gone || ended && world.has(Mutant.OLD_JOURNAL_LEFT_LYING)) {
            return;
        }
        if (powerWasCut || disk.broken()) {
            disk.powerCut();
        }
        powerWasCut = false;
        disk.makeRoom();
        disk.reopen();
        clock.boot();
        life++;
        running = true;
        memory = Memory.NEW;
        timers.values().forEach(Scheduler.Planned::cancel);
        timers.clear();
        inbox.clear();
        boot = new BootId(new UuidV7(clock, random).next());
        core =
                new TabletCore(
                        ended ? identity.papers().atItsEnd() : identity.papers(),
                        ports(holding(), boot),
                        Backoff.SERVICE);
        if (medium != null) {
            medium.started();
        }
        var held = disk.held(identity.start());
        world.say(() -> name() + " starts at entry " + held.head().seq());
        shown.checkStart(held, disk, world);
        if (!held.unprinted().isEmpty()) {
            world.dice.reached(Sometimes.RECEIPT_PRINTED_LATE);
        }
        if (!held.state().basket().isEmpty()) {
            world.dice.reached(Sometimes.BASKET_ABORTED_AFTER_CRASH);
        }
        int born = life;
        tell(new Event.Started(++tickets, held, medium != null, mirrored()));
        if (born == life && !ended) {
            follower.start(disk.feed());
        }
    }

    private Signing.Key holding() {
        return world.has(Mutant.NEW_KEY_BEFORE_ITS_COMMIT) ? keys.newest() : keys.of(disk);
    }

    /** Whether it may change its key: nothing is under way and nobody holds it back. */
    public boolean mayRoll() {
        return isRunning()
                && !ended
                && memory.books() != null
                && !memory.stopped()
                && memory.pending() == null
                && memory.open().state().basket().isEmpty()
                && !memory.line().shut();
    }

    /**
     * Changes the key. No core does so yet: these hands write the entry, and the program starts
     * anew with the key that the journal then names.
     */
    public void roll(Signing.Key next) {
        var at =
                new KeyRing.At(
                        new OpId(UuidV7.packable(clock, random).next()),
                        clock.instant(),
                        clock.monoMillis(),
                        boot);
        var row = keys.roll(identity, disk, end(), next, at);
        world.say(() -> name() + " announces a new key in " + row.entry().seq());
        world.dice.reached(Sometimes.KEY_ROLLED);
        try {
            disk.commit(Write.NOTHING.with(List.of(row), List.of()), () -> {});
            die(false);
        } catch (Died died) {
            die(died.power());
        } catch (StoreFailed full) {
            die(true);
        }
    }

    private Ports ports(Signing.Key key, BootId start) {
        return new Ports(
                key.signer(),
                world.signing,
                new TabletClock(clock, clock::monoMillis, start),
                UuidV7.packable(clock, random),
                random);
    }

    /** Whether the server holds back what it sends, and nothing hinders a new beginning. */
    public boolean mayBeginAnew() {
        return isRunning()
                && !ended
                && memory.books() != null
                && !memory.stopped()
                && memory.pending() == null
                && memory.line().shut()
                && memory.open().state().basket().isEmpty();
    }

    /** Where its journal ends. */
    public Head end() {
        return memory.open().head();
    }

    /** The first entry of the journal that goes on where this one cannot. */
    public Write.Row opening(Identity next) {
        var start = new BootId(new UuidV7(clock, random).next());
        return NewJournal.first(next.papers(), ports(next.key(), start), identity.journal(), end());
    }

    /** Another journal goes on; this one is delivered to its end. */
    public void layAside() {
        ended = true;
        running = false;
        follower.stop();
        if (!world.has(Mutant.OLD_JOURNAL_WRITTEN_ON)) {
            disk.layAside();
        } else {
            ended = false;
        }
        start();
    }

    public boolean isEnded() {
        return ended;
    }

    private Long mirrored() {
        try {
            return medium == null ? null : medium.upTo();
        } catch (SecondMedium.MediumFailed silent) {
            return null;
        }
    }

    public void want(Command command) {
        if (isRunning()) {
            JournalEntry original = null;
            if (command instanceof Command.Void counter) {
                original =
                        disk.entryOfReceipt(counter.receiptNo())
                                .map(stored -> EntryCodec.decode(stored.entry().toArray()))
                                .map(read -> read instanceof JournalEntry entry ? entry : null)
                                .orElse(null);
            }
            want(new Wish.Perform(command, original));
        }
    }

    public void want(Wish wish) {
        want(wantNext(), wish);
        if (isRunning() && wish instanceof Wish.TakeTour) {
            follower.wake();
        }
    }

    long wantNext() {
        return ++tickets;
    }

    void want(long ticket, Wish wish) {
        if (isRunning()) {
            tell(new Event.Wanted(ticket, wish));
        }
    }

    public void wake() {
        if (isRunning()) {
            tell(new Event.Woken());
            follower.wake();
        }
    }

    /** A van behind the hill, or back. */
    public void setOpen(boolean open) {
        line.setOpen(open);
        feedLine.setOpen(open);
    }

    /** Unless the program has ended by then. */
    void later(long millis, Runnable what) {
        int born = life;
        world.scheduler.in(
                millis,
                () -> {
                    if (born == life && isRunning()) {
                        what.run();
                    }
                });
    }

    void askFeed(byte[] question, Line.Heard heard) {
        feedLine.send(
                question,
                (body, answer) -> backend.feed().ask(identity.device(), body, answer),
                heard);
    }

    private void tell(Event event) {
        inbox.add(event);
        int born = life;
        try {
            for (var next = inbox.poll(); next != null && born == life; next = inbox.poll()) {
                var step = TabletMutants.step(world, core, clock, memory, next);
                memory = step.memory();
                for (var effect : step.effects()) {
                    carryOut(effect);
                }
            }
        } catch (Died died) {
            die(died.power());
        }
    }

    /** The program ends; somebody starts it again a little later. */
    public void die(boolean power) {
        if (!running) {
            return;
        }
        world.say(() -> name() + (power ? " loses power" : " is killed"));
        running = false;
        life++;
        inbox.clear();
        timers.values().forEach(Scheduler.Planned::cancel);
        if (power) {
            powerWasCut = true;
            if (medium != null) {
                medium.powerCut();
            }
        }
        int born = life;
        world.scheduler.in(
                500L + world.dice.below(Stream.DEVICES, DOWN_MILLIS),
                () -> {
                    if (born == life) {
                        start();
                    }
                });
    }

    /** Whoever finds it dark or stuck starts it. */
    public void switchOn() {
        if (running && memory.stopped()) {
            die(true);
        }
        if (!running) {
            start();
        }
    }

    private void point() {
        if (world.dice.strikes(Fault.PROCESS_KILLED)) {
            throw new Died(false);
        }
    }

    private void carryOut(Effect effect) {
        switch (effect) {
            case Effect.Commit commit -> commit(commit);
            case Effect.Read read -> read(read);
            case Effect.Mirror mirror -> mirror(mirror);
            case Effect.ProbeMirror _ -> probe();
            case Effect.Send send -> send(send);
            case Effect.Arm arm -> arm(arm);
            case Effect.Print print -> {
                point();
                shown.printed(print.printout().seq(), disk, world);
                point();
                inbox.add(new Event.Printed(print.printout().seq()));
            }
            case Effect.OpenDrawer _ -> point();
            case Effect.Reply reply -> {
                point();
                answered(reply.ticket(), reply.answer());
                point();
            }
            default -> throw new IllegalStateException("No hands for " + effect);
        }
    }

    private void commit(Effect.Commit commit) {
        point();
        var write = commit.write();
        if (world.has(Mutant.RECEIPT_BEFORE_FSYNC)) {
            write.printouts().forEach(text -> shown.printed(text.seq(), disk, world));
        }
        long before = disk.lastSeq();
        try {
            disk.commit(write, () -> {});
        } catch (Died died) {
            world.say(() -> name() + " dies while it commits " + commit.point());
            throw died;
        } catch (StoreFailed e) {
            world.say(() -> name() + " cannot commit: " + e.getMessage());
            world.dice.reached(Sometimes.TABLET_STOPPED_SELLING);
            boolean edge =
                    world.has(Mutant.FSYNC_RETRIED_AT_PAGE_EDGE)
                            && before > 0
                            && before % Mutant.PAGE == 0;
            if (edge || world.has(Mutant.FSYNC_RETRIED)) {
                disk.believe(write);
                inbox.add(new Event.Committed(commit.ticket()));
                return;
            }
            inbox.add(new Event.NotCommitted(commit.ticket(), String.valueOf(e.getMessage())));
            restartLater();
            return;
        }
        for (var row : write.rows()) {
            Broken.unless(
                    row.entry().seq() == ++before, "I3", name() + " skips to " + row.entry().seq());
        }
        world.say(() -> name() + " committed " + commit.point() + " up to " + disk.lastSeq());
        if (!line.isOpen() && !write.rows().isEmpty()) {
            world.dice.reached(Sometimes.SOLD_WITHOUT_NETWORK);
        }
        point();
        inbox.add(new Event.Committed(commit.ticket()));
    }

    /** Somebody reads what stands on the screen: makes room, starts the machine anew. */
    private void restartLater() {
        int born = life;
        world.scheduler.in(
                5_000L + world.dice.below(Stream.DEVICES, DOWN_MILLIS),
                () -> {
                    if (born == life) {
                        die(true);
                    }
                });
    }

    private void read(Effect.Read read) {
        point();
        var rows = rows(read);
        var before = disk.hashAfter(read.from() - 1).orElse(null);
        inbox.add(new Event.Rows(read.reader(), read.from(), before, rows));
        if (read.reader() == Reader.MIRROR) {
            world.say(() -> name() + " copies from " + read.from());
        }
    }

    private List<StoredEntry> rows(Effect.Read read) {
        if (!world.batchesByNumber()) {
            return disk.entries(read.from(), read.limitBytes());
        }
        var all = disk.entries(read.from(), Integer.MAX_VALUE);
        return all.subList(0, Math.min(all.size(), read.limitBytes() / BYTES_OF_AN_ENTRY));
    }

    private void mirror(Effect.Mirror mirror) {
        if (medium == null) {
            return;
        }
        point();
        try {
            medium.append(mirror.rows(), !world.has(Mutant.MIRROR_NOT_SYNCED));
            inbox.add(new Event.Mirrored(mirror.rows().getLast().seq()));
            shown.mirrored(mirror.rows().getLast().seq());
        } catch (SecondMedium.OtherMedium changed) {
            world.dice.reached(Sometimes.CHANGED_CARD_NOTICED);
            probe();
        } catch (SecondMedium.MediumFailed e) {
            inbox.add(new Event.MirrorFailed(String.valueOf(e.getMessage())));
        }
        point();
    }

    /** Somebody pulls the card with the second copy and puts another one in. */
    public void changeCard(boolean used) {
        if (medium != null && !gone) {
            world.say(() -> name() + " gets another card");
            medium.change(used);
            shown.onAnotherCard(medium.reallyUpTo());
        }
    }

    private void probe() {
        if (medium == null) {
            return;
        }
        try {
            long upTo = medium.upTo();
            if (world.has(Mutant.MIRROR_BACK_OVERSTATED)) {
                upTo = disk.lastSeq();
            }
            shown.mirrored(upTo);
            inbox.add(new Event.MirrorBack(upTo));
        } catch (SecondMedium.MediumFailed e) {
            inbox.add(new Event.MirrorFailed(String.valueOf(e.getMessage())));
        }
    }

    private void send(Effect.Send send) {
        point();
        int born = life;
        var body =
                world.has(Mutant.ENTRIES_TRAVEL_WITH_THE_ROLL)
                        ? TabletMutants.withWhatFollows(disk, send.request())
                        : send.request().body();
        line.send(
                body.toArray(),
                (sent, answer) -> backend.take(identity.journal(), sent, answer),
                new Line.Heard() {
                    @Override
                    public void answered(Line.Answer answer, long millis) {
                        heard(born, send.ticket(), answer, millis);
                    }

                    @Override
                    public void unanswered(String why) {
                        if (born == life) {
                            tell(
                                    new Event.Answered(
                                            send.ticket(),
                                            new ServerAnswer.Unreachable(why),
                                            null));
                        }
                    }
                });
    }

    private void heard(int born, long ticket, Line.Answer answer, long millis) {
        if (born != life) {
            return;
        }
        var took = Duration.ofMillis(millis);
        ServerAnswer heard =
                answer.status() == 200
                        ? new ServerAnswer.Fine(answer.body(), took)
                        : new ServerAnswer.Refused(answer.status(), answer.body(), took);
        if (answer.status() == 422 && world.has(Mutant.REFUSED_ENTRIES_DROPPED)) {
            disk.drop(memory.line().uplink().acked());
        }
        var acked = Replies.acked(heard);
        var hash = acked.isPresent() ? disk.hashAfter(acked.getAsLong()).orElse(null) : null;
        long before = memory.line().uplink().acked();
        if (ticket < memory.line().believedAt()) {
            world.dice.reached(Sometimes.ANSWER_OF_AN_OLDER_REQUEST);
        }
        tell(new Event.Answered(ticket, heard, hash));
        if (born == life && memory.line().uplink().acked() < before) {
            world.say(() -> name() + " goes back to " + memory.line().uplink().acked());
            world.dice.reached(Sometimes.TABLET_REWOUND);
        }
    }

    private void arm(Effect.Arm arm) {
        var old = timers.get(arm.timer());
        if (old != null) {
            old.cancel();
        }
        if (TabletMutants.forgets(world, arm, memory)) {
            return;
        }
        int born = life;
        timers.put(
                arm.timer(),
                world.scheduler.in(
                        arm.delay().toMillis(),
                        () -> {
                            if (born == life) {
                                tell(new Event.TimeCame(arm.timer()));
                            }
                        }));
    }

    private void answered(long ticket, Answer answer) {
        if (follower.answered(ticket, answer)) {
            return;
        }
        shown.said(answer.ok() + " " + answer.sentence());
        if (answer.ok()) {
            shown.answered(memory.open().head().seq(), disk, world);
        }
        world.say(
                () -> name() + " answers " + ticket + ": " + answer.ok() + " " + answer.sentence());
    }

    public String name() {
        return "tablet " + identity.number();
    }
}
