package de.mobilermarktplatz.tablet;

import de.mobilermarktplatz.contract.journal.AgeCheckResult;
import de.mobilermarktplatz.contract.journal.ClockAnchor;
import de.mobilermarktplatz.contract.journal.DeviceEvent;
import de.mobilermarktplatz.contract.journal.DeviceEventKind;
import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.tablet.core.Aboard;
import de.mobilermarktplatz.tablet.core.Command;
import de.mobilermarktplatz.tablet.core.Counter;
import de.mobilermarktplatz.tablet.core.Decision;
import de.mobilermarktplatz.tablet.core.DraftLine;
import de.mobilermarktplatz.tablet.core.Requests;
import de.mobilermarktplatz.tablet.core.Rules;
import de.mobilermarktplatz.tablet.core.Selling;
import de.mobilermarktplatz.tablet.core.TabletState;
import de.mobilermarktplatz.tablet.core.Till;
import de.mobilermarktplatz.tablet.core.Tour;
import de.mobilermarktplatz.tablet.device.CashDrawer;
import de.mobilermarktplatz.tablet.device.FailPoints;
import de.mobilermarktplatz.tablet.device.ReceiptPrinter;
import de.mobilermarktplatz.tablet.store.Printout;
import de.mobilermarktplatz.tablet.store.TabletStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An enrolled till at work. For each command: decide (pure), commit, and only then print, open the
 * drawer and answer. Needs no network. One command at a time, whoever calls.
 */
final class OnBoard {
    private static final System.Logger LOG = System.getLogger(OnBoard.class.getName());
    private static final String NOT_PRINTED =
            "Gebucht, aber nicht gedruckt. Bitte den Drucker prüfen; nach dem nächsten Start wird"
                    + " der Bon nachgedruckt.";

    private final TabletStore store;
    private final JournalKeeper keeper;
    private final Till till;
    private final ReceiptPrinter printer;
    private final CashDrawer drawer;
    private final FailPoints failPoints;
    private @Nullable Tour tour;

    OnBoard(
            TabletStore store,
            JournalKeeper keeper,
            Till till,
            ReceiptPrinter printer,
            CashDrawer drawer,
            FailPoints failPoints) {
        this.store = store;
        this.keeper = keeper;
        this.till = till;
        this.printer = printer;
        this.drawer = drawer;
        this.failPoints = failPoints;
        this.tour =
                store.tourSnapshot()
                        .map(bytes -> Tour.of(TourSnapshot.decode(bytes.toArray())))
                        .orElse(null);
    }

    /**
     * Ends what a crash left open: the basket becomes an aborted process, lost receipts are
     * printed.
     */
    synchronized Answer start() {
        var steps = new ArrayList<Decision.Step>();
        var open = tour;
        boolean aborted = open != null && !keeper.state().basket().isEmpty();
        if (open != null
                && aborted
                && Rules.afterCrash(aboard(open)) instanceof Decision.Accepted abortion) {
            steps.addAll(abortion.steps());
        }
        long starts = keeper.state().count(Counter.STARTS) + 1;
        steps.add(place -> new DeviceEvent(DeviceEventKind.STARTED, starts, null));
        var _ = keeper.write(steps, tour, null, () -> failPoints.hit("start.before-commit"));
        var late = store.unprinted();
        var hints = printed(late);
        return new Answer(
                true,
                "",
                Map.of("starts", starts, "aborted", aborted, "lateReceipts", late.size()),
                hints,
                late.stream().map(Printout::text).toList());
    }

    synchronized Answer perform(Command command) {
        var aboardTour = tour;
        if (aboardTour == null) {
            return Answer.no("Es ist noch keine Tour an Bord.");
        }
        var aboard = aboard(aboardTour);
        return switch (command) {
            case Command.Scan scan -> basketed(aboardTour, Selling.scan(aboard, scan));
            case Command.BottlesBack back -> basketed(aboardTour, Selling.bottles(aboard, back));
            default -> answer(command, Rules.decide(aboard, command, original(command)));
        };
    }

    /** Scans and payment in one go; nothing stays in the basket when it is refused. */
    synchronized Answer sell(List<Command> lines, Money tendered, @Nullable AgeCheckResult age) {
        var aboardTour = tour;
        if (aboardTour == null) {
            return Answer.no("Es ist noch keine Tour an Bord.");
        }
        if (!keeper.state().basket().isEmpty()) {
            return Answer.no("Es ist noch ein Korb offen. Bitte zuerst kassieren oder abbrechen.");
        }
        var basket = new ArrayList<DraftLine>();
        for (var line : lines) {
            var soFar = aboard(aboardTour, keeper.state().withBasket(basket));
            var scanned =
                    line instanceof Command.BottlesBack back
                            ? Selling.bottles(soFar, back)
                            : Selling.scan(soFar, (Command.Scan) line);
            switch (scanned) {
                case Selling.Scanned.No no -> {
                    return Answer.no(no.sentence());
                }
                case Selling.Scanned.Line one -> basket.add(one.line());
            }
        }
        var pay = new Command.Pay(tendered, age);
        var full = aboard(aboardTour, keeper.state().withBasket(basket));
        if (Rules.decide(full, pay, Optional.empty()) instanceof Decision.Refused refused) {
            return Answer.no(refused.sentence());
        }
        if (age == null || age == AgeCheckResult.OLD_ENOUGH) {
            keeper.scanned(basket);
            failPoints.hit("sale.in-basket");
            full = aboard(aboardTour);
        }
        return answer(pay, Rules.decide(full, pay, Optional.empty()));
    }

    private Answer basketed(Tour aboardTour, Selling.Scanned scanned) {
        return switch (scanned) {
            case Selling.Scanned.No no -> Answer.no(no.sentence());
            case Selling.Scanned.Line line -> {
                keeper.scanned(List.of(line.line()));
                failPoints.hit("scan.in-basket");
                yield Answer.yes(Selling.basket(aboard(aboardTour)));
            }
        };
    }

    private Answer answer(Command command, Decision decision) {
        return switch (decision) {
            case Decision.Refused refused -> Answer.no(refused.sentence());
            case Decision.Accepted accepted -> {
                var point = FailPointNames.of(command);
                var written =
                        keeper.write(
                                accepted.steps(),
                                tour,
                                null,
                                () -> failPoints.hit(point + ".before-commit"));
                failPoints.hit(point + ".after-commit");
                var hints = new ArrayList<>(accepted.hints());
                hints.addAll(printed(written.printouts()));
                failPoints.hit(point + ".after-print");
                yield new Answer(
                        true,
                        "",
                        accepted.answer(),
                        hints,
                        written.printouts().stream().map(Printout::text).toList());
            }
        };
    }

    /**
     * After the commit: paper, then the drawer. A printer that fails undoes nothing; what it owes
     * is printed at the next start.
     *
     * @return hints for the driver
     */
    private List<String> printed(List<Printout> printouts) {
        boolean failed = false;
        for (var printout : printouts) {
            try {
                printer.print(printout.name(), printout.text());
                drawer.open();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "Not printed: {0}", e.getMessage());
                failed = true;
                continue;
            }
            keeper.printed(printout);
        }
        return failed ? List.of(NOT_PRINTED) : List.of();
    }

    synchronized void close() {
        keeper.close();
    }

    /** A whole tour at once; until this returns the old one holds. */
    synchronized Answer take(Bytes snapshot) {
        var next = Tour.of(TourSnapshot.decode(snapshot.toArray()));
        var old = tour;
        var state = keeper.state();
        boolean other = old != null && !old.snapshot().tour().equals(next.snapshot().tour());
        if (other && (!state.stock().isEmpty() || !state.crates().isEmpty())) {
            return Answer.no("Es ist noch Ware der alten Tour an Bord. Bitte zuerst abladen.");
        }
        if (!state.basket().isEmpty()) {
            return Answer.no("Es ist noch ein Korb offen. Bitte zuerst kassieren oder abbrechen.");
        }
        var taken = new DeviceEvent(DeviceEventKind.TOUR_TAKEN, next.snapshot().generation(), null);
        var _ = keeper.write(List.of(place -> taken), next, snapshot, () -> {});
        tour = next;
        var words = TourWords.of(next);
        return Requests.answer(aboard(next))
                .map(answers -> answered(words, answers))
                .orElseGet(() -> Answer.yes(words));
    }

    /** Wishes of the office that came with the tour are answered before anybody can act on it. */
    private Answer answered(Map<String, Object> words, Decision.Accepted answers) {
        var _ =
                keeper.write(
                        answers.steps(), tour, null, () -> failPoints.hit("request.before-commit"));
        failPoints.hit("request.after-commit");
        return new Answer(true, "", words, answers.hints(), List.of());
    }

    /** Remembers the server's time once per start; later entries are dated by it. */
    synchronized void anchor(Instant serverTime, Duration roundTrip) {
        if (!keeper.isAnchored()) {
            var anchor = new ClockAnchor(serverTime, roundTrip.toMillis());
            var _ = keeper.write(List.of(place -> anchor), tour, null, () -> {});
            keeper.anchoredAt(keeper.head().seq());
        }
    }

    synchronized Optional<Tour> tour() {
        return Optional.ofNullable(tour);
    }

    synchronized TabletState state() {
        return keeper.state();
    }

    synchronized long lastSeq() {
        return keeper.head().seq();
    }

    /** A look without touching the disk; empty while no tour is aboard. */
    synchronized Optional<Aboard> look() {
        return tour().map(of -> new Aboard(keeper.state(), of, till, keeper.now(), 0));
    }

    private Optional<JournalEntry> original(Command command) {
        return command instanceof Command.Void counter
                ? store.entryOfReceipt(counter.receiptNo())
                        .map(stored -> EntryCodec.decode(stored.entry().toArray()))
                        .filter(JournalEntry.class::isInstance)
                        .map(JournalEntry.class::cast)
                : Optional.empty();
    }

    private Aboard aboard(Tour of) {
        return aboard(of, keeper.state());
    }

    private Aboard aboard(Tour of, TabletState state) {
        var now = keeper.now();
        long open =
                store.basketOpened()
                        .map(opened -> Math.max(0, Duration.between(opened, now).toMillis()))
                        .orElse(0L);
        return new Aboard(state, of, till, now, open);
    }
}
