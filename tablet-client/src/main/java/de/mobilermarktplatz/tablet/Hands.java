package de.mobilermarktplatz.tablet;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.tablet.device.CashDrawer;
import de.mobilermarktplatz.tablet.device.FailPoints;
import de.mobilermarktplatz.tablet.device.ReceiptPrinter;
import de.mobilermarktplatz.tablet.machine.Answer;
import de.mobilermarktplatz.tablet.machine.Disk;
import de.mobilermarktplatz.tablet.machine.Effect;
import de.mobilermarktplatz.tablet.machine.Event;
import de.mobilermarktplatz.tablet.machine.FailPointNames;
import de.mobilermarktplatz.tablet.machine.Reader;
import de.mobilermarktplatz.tablet.machine.StoreFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries effects out, in their order, each between its two fail points. Disk, second medium, paper
 * and drawer on the caller's thread; network and alarms on their own.
 */
final class Hands implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Hands.class.getName());
    private static final String NOT_PRINTED =
            "Gebucht, aber nicht gedruckt. Bitte den Drucker prüfen; nach dem nächsten Start wird"
                    + " der Bon nachgedruckt.";

    private final Disk disk;
    private final @Nullable Copyist copyist;
    private final Lane lane;
    private final ReceiptPrinter printer;
    private final CashDrawer drawer;
    private final FailPoints failPoints;

    /**
     * @param copyist null without a second medium
     */
    Hands(
            Disk disk,
            @Nullable Copyist copyist,
            Lane lane,
            ReceiptPrinter printer,
            CashDrawer drawer,
            FailPoints failPoints) {
        this.disk = disk;
        this.copyist = copyist;
        this.lane = lane;
        this.printer = printer;
        this.drawer = drawer;
        this.failPoints = failPoints;
    }

    Event.Started started(long ticket, Bytes start) {
        var of = copyist;
        return new Event.Started(
                ticket, disk.held(start), of != null, of == null ? null : of.upTo());
    }

    /**
     * @param happened takes what followed at once
     * @param replies takes answers
     */
    void carryOut(
            List<Effect> effects, Consumer<Event> happened, BiConsumer<Long, Answer> replies) {
        boolean unprinted = false;
        for (var effect : effects) {
            switch (effect) {
                case Effect.Commit commit -> happened.accept(commit(commit));
                case Effect.Read read -> happened.accept(read(read));
                case Effect.Mirror mirror -> mirror(mirror).ifPresent(happened);
                case Effect.ProbeMirror _ -> {
                    if (copyist != null) {
                        happened.accept(copyist.probe());
                    }
                }
                case Effect.Send send -> lane.send(send);
                case Effect.Arm arm -> lane.arm(arm);
                case Effect.Print print -> {
                    if (print(print)) {
                        happened.accept(new Event.Printed(print.printout().seq()));
                    } else {
                        unprinted = true;
                    }
                }
                case Effect.OpenDrawer open -> {
                    var _ = around(open.point(), "drawer", () -> tried(drawer::open));
                }
                case Effect.Reply reply -> {
                    var answer = unprinted ? notPrinted(reply.answer()) : reply.answer();
                    failPoints.hit(reply.point() + ".before-reply");
                    replies.accept(reply.ticket(), answer);
                    failPoints.hit(reply.point() + ".after-reply");
                }
            }
        }
    }

    private Event commit(Effect.Commit commit) {
        try {
            disk.commit(commit.write(), () -> failPoints.hit(FailPointNames.beforeCommit(commit)));
        } catch (StoreFailed e) {
            LOG.log(System.Logger.Level.ERROR, e.getMessage());
            return new Event.NotCommitted(commit.ticket(), String.valueOf(e.getMessage()));
        }
        failPoints.hit(FailPointNames.afterCommit(commit));
        return new Event.Committed(commit.ticket());
    }

    private Event read(Effect.Read read) {
        var point = read.reader() == Reader.LINE ? "upload" : "old";
        failPoints.hit(point + ".before-read");
        var rows = disk.entries(read.from(), read.limitBytes());
        var before = disk.hashAfter(read.from() - 1).orElse(null);
        failPoints.hit(point + ".after-read");
        return new Event.Rows(read.reader(), read.from(), before, rows);
    }

    private Optional<Event> mirror(Effect.Mirror mirror) {
        var by = copyist;
        if (by == null) {
            return Optional.empty();
        }
        failPoints.hit(mirror.point() + ".before-mirror");
        var event = by.append(mirror.rows());
        failPoints.hit(mirror.point() + ".after-mirror");
        return Optional.of(event);
    }

    private boolean print(Effect.Print print) {
        var text = print.printout();
        return around(
                print.point(), "print", () -> tried(() -> printer.print(text.name(), text.text())));
    }

    /** A printer or drawer that fails undoes nothing. */
    private static boolean tried(Runnable device) {
        try {
            device.run();
            return true;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Not printed: {0}", e.getMessage());
            return false;
        }
    }

    private boolean around(String point, String what, BooleanSupplier work) {
        failPoints.hit(point + ".before-" + what);
        boolean done = work.getAsBoolean();
        failPoints.hit(point + ".after-" + what);
        return done;
    }

    private static Answer notPrinted(Answer answer) {
        var hints = new ArrayList<>(answer.hints());
        hints.add(NOT_PRINTED);
        return new Answer(
                answer.ok(), answer.sentence(), answer.values(), hints, answer.receipts());
    }

    /** No more alarms and requests. */
    void rest() {
        lane.close();
    }

    @Override
    public void close() {
        if (copyist != null) {
            copyist.close();
        }
    }
}
