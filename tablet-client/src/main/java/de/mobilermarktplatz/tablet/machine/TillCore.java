package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.contract.journal.AgeCheckResult;
import de.mobilermarktplatz.contract.journal.DeviceEvent;
import de.mobilermarktplatz.contract.journal.DeviceEventKind;
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
import de.mobilermarktplatz.tablet.core.Tour;
import de.mobilermarktplatz.tablet.machine.feed.TourView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The till: what the driver wants becomes entries, what was committed becomes paper and answers.
 */
final class TillCore {
    private static final String NO_TOUR = "Es ist noch keine Tour an Bord.";
    private static final String OPEN_BASKET =
            "Es ist noch ein Korb offen. Bitte zuerst kassieren oder abbrechen.";

    private final Papers papers;
    private final TabletClock clock;
    private final Entries entries;

    TillCore(Papers papers, Ports ports) {
        this.papers = papers;
        this.clock = ports.clock();
        this.entries = new Entries(papers, ports);
    }

    Entries entries() {
        return entries;
    }

    Instant now(Memory memory) {
        var wall = clock.now().plus(memory.ahead());
        var books = memory.books();
        return books == null || wall.isAfter(books.latest()) ? wall : books.latest();
    }

    /**
     * Ends what a crash left open: the basket becomes an aborted process, lost texts are printed.
     */
    void start(Turn turn, Event.Started started) {
        var held = started.held();
        var tour = held.tour() == null ? null : Tour.of(TourSnapshot.decode(held.tour().toArray()));
        turn.set(
                new Books(
                        held.base(),
                        held.head(),
                        held.state(),
                        tour,
                        held.basketOpened(),
                        Books.BEFORE_THIS_START,
                        0,
                        held.latest()));
        var steps = new ArrayList<Decision.Step>();
        boolean aborted = tour != null && !held.state().basket().isEmpty();
        if (tour != null
                && aborted
                && Rules.afterCrash(aboard(turn.memory, tour, held.state()))
                        instanceof Decision.Accepted abortion) {
            steps.addAll(abortion.steps());
        }
        long starts = held.state().count(Counter.STARTS) + 1;
        steps.add(place -> new DeviceEvent(DeviceEventKind.STARTED, starts, null));
        var late = held.unprinted();
        var found =
                new Answer(
                        true,
                        "",
                        Map.of("starts", starts, "aborted", aborted, "lateReceipts", late.size()),
                        List.of(),
                        late.stream().map(Printout::text).toList());
        commit(turn, steps, "start", new Then.Tell(started.ticket(), found, late));
    }

    void wanted(Turn turn, long asker, Wish wish) {
        switch (wish) {
            case Wish.TakeTour take -> take(turn, asker, take);
            case Wish.Follow news -> follow(turn, asker, news);
            case Wish.Sync _ -> throw new IllegalArgumentException("The line answers " + wish);
            case Wish.Perform perform -> perform(turn, asker, perform);
            case Wish.Sell sell -> sell(turn, asker, sell);
            case Wish.Bottles bottles -> {
                if (turn.books().state().basket().isEmpty()) {
                    var paidOut = new Wish.Sell(List.of(bottles.back()), Money.ZERO, null);
                    sell(turn, asker, paidOut);
                } else {
                    perform(turn, asker, new Wish.Perform(bottles.back(), null));
                }
            }
        }
    }

    private void perform(Turn turn, long asker, Wish.Perform wish) {
        var tour = turn.books().tour();
        if (tour == null) {
            turn.reply(asker, NO_TOUR);
            return;
        }
        var aboard = aboard(turn.memory, tour, turn.books().state());
        switch (wish.command()) {
            case Command.Scan scan -> basketed(turn, asker, tour, Selling.scan(aboard, scan));
            case Command.BottlesBack back ->
                    basketed(turn, asker, tour, Selling.bottles(aboard, back));
            default ->
                    decided(
                            turn,
                            asker,
                            wish.command(),
                            Rules.decide(
                                    aboard, wish.command(), Optional.ofNullable(wish.original())));
        }
    }

    private void basketed(Turn turn, long asker, Tour tour, Selling.Scanned scanned) {
        switch (scanned) {
            case Selling.Scanned.No no -> turn.reply(asker, no.sentence());
            case Selling.Scanned.Line line -> {
                var after = withLines(turn.memory, List.of(line.line()));
                var shown = aboard(turn.memory.with(after), tour, after.state());
                var answer = Answer.yes(Selling.basket(shown));
                draft(
                        turn,
                        List.of(line.line()),
                        after,
                        "scan",
                        new Then.Tell(asker, answer, List.of()));
            }
        }
    }

    /** Scans and payment in one go; nothing stays in the basket when it is refused. */
    private void sell(Turn turn, long asker, Wish.Sell wish) {
        var tour = turn.books().tour();
        if (tour == null) {
            turn.reply(asker, NO_TOUR);
            return;
        }
        if (!turn.books().state().basket().isEmpty()) {
            turn.reply(asker, OPEN_BASKET);
            return;
        }
        var lines = new ArrayList<DraftLine>();
        for (var line : wish.lines()) {
            var soFar = aboard(turn.memory, tour, turn.books().state().withBasket(lines));
            switch (scanned(soFar, line)) {
                case Selling.Scanned.No no -> {
                    turn.reply(asker, no.sentence());
                    return;
                }
                case Selling.Scanned.Line one -> lines.add(one.line());
            }
        }
        var pay = new Command.Pay(wish.tendered(), wish.age());
        var full = aboard(turn.memory, tour, turn.books().state().withBasket(lines));
        var decision = Rules.decide(full, pay, Optional.empty());
        if (decision instanceof Decision.Refused refused) {
            turn.reply(asker, refused.sentence());
        } else if (wish.age() == null || wish.age() == AgeCheckResult.OLD_ENOUGH) {
            draft(turn, lines, withLines(turn.memory, lines), "sale", new Then.Pay(asker, pay));
        } else {
            decided(turn, asker, pay, decision);
        }
    }

    private static Selling.Scanned scanned(Aboard aboard, Command line) {
        return switch (line) {
            case Command.BottlesBack back -> Selling.bottles(aboard, back);
            case Command.Scan scan -> Selling.scan(aboard, scan);
            default -> throw new IllegalArgumentException("A sale has no line " + line);
        };
    }

    /** The basket is on the disk; now it is paid. */
    void pay(Turn turn, Then.Pay then) {
        var tour = turn.books().tour();
        if (tour == null) {
            turn.reply(then.asker(), NO_TOUR);
            return;
        }
        var aboard = aboard(turn.memory, tour, turn.books().state());
        var decision = Rules.decide(aboard, then.pay(), Optional.empty());
        decided(turn, then.asker(), then.pay(), decision);
    }

    private void decided(Turn turn, long asker, Command command, Decision decision) {
        switch (decision) {
            case Decision.Refused refused -> turn.reply(asker, refused.sentence());
            case Decision.Accepted accepted -> {
                var steps = new ArrayList<>(accepted.steps());
                var hints = new ArrayList<>(accepted.hints());
                if (command instanceof Command.Load || command instanceof Command.LoadLoose) {
                    answerWhatWaited(turn, steps, hints);
                }
                var answer = new Answer(true, "", accepted.answer(), hints, List.of());
                commit(
                        turn,
                        steps,
                        FailPointNames.of(command),
                        new Then.Tell(asker, answer, List.of()));
            }
        }
    }

    /** Wishes for free stock wait until it is aboard; the load that brings it answers them. */
    private void answerWhatWaited(Turn turn, List<Decision.Step> steps, List<String> hints) {
        var tour = turn.books().tour();
        if (tour != null) {
            var loaded = entries.of(turn.memory, steps, tour).after().state();
            Requests.answer(aboard(turn.memory, tour, loaded))
                    .ifPresent(
                            answers -> {
                                steps.addAll(answers.steps());
                                hints.addAll(answers.hints());
                            });
        }
    }

    /** A whole tour at once; until the commit is on the disk the old one holds. */
    private void take(Turn turn, long asker, Wish.TakeTour wish) {
        var next = Tour.of(TourSnapshot.decode(wish.snapshot().toArray()));
        var old = turn.books().tour();
        var state = turn.books().state();
        boolean other = old != null && !old.snapshot().tour().equals(next.snapshot().tour());
        if (other && (!state.stock().isEmpty() || !state.crates().isEmpty())) {
            turn.reply(asker, "Es ist noch Ware der alten Tour an Bord. Bitte zuerst abladen.");
        } else if (!state.basket().isEmpty()) {
            turn.reply(asker, OPEN_BASKET);
        } else {
            taken(turn, asker, wish, next);
        }
    }

    /** Wishes of the office that came with the tour are answered in the commit that takes it. */
    private void taken(Turn turn, long asker, Wish.TakeTour wish, Tour next) {
        var taken = new DeviceEvent(DeviceEventKind.TOUR_TAKEN, next.snapshot().generation(), null);
        var steps = new ArrayList<Decision.Step>();
        steps.add(place -> taken);
        var alone = entries.of(turn.memory, steps, next);
        var hints = new ArrayList<String>();
        Requests.answer(aboard(turn.memory, next, alone.after().state()))
                .ifPresent(
                        answers -> {
                            steps.addAll(answers.steps());
                            hints.addAll(answers.hints());
                        });
        var made = steps.size() == 1 ? alone : entries.of(turn.memory, steps, next);
        var answer = new Answer(true, "", TourWords.of(next), hints, List.of());
        turn.commit(
                made.write().withTour(wish.snapshot()),
                made.after().withTour(next),
                "take",
                new Then.Tell(asker, answer, List.of()));
    }

    /** What came down and the tour that follows from it become true together. */
    private void follow(Turn turn, long asker, Wish.Follow news) {
        var books = turn.books();
        var tour = books.tour();
        var seen =
                tour == null
                        ? Optional.<TourSnapshot>empty()
                        : TourView.of(
                                        news.feed(),
                                        tour.snapshot(),
                                        books.state(),
                                        openFor(turn.memory))
                                .filter(next -> !next.equals(tour.snapshot()));
        if (seen.isPresent()) {
            var next = Tour.of(seen.get());
            var steps = new ArrayList<Decision.Step>();
            var hints = new ArrayList<String>();
            Requests.answer(aboard(turn.memory, next, books.state()))
                    .ifPresent(
                            answers -> {
                                steps.addAll(answers.steps());
                                hints.addAll(answers.hints());
                            });
            var made = entries.of(turn.memory, steps, next);
            turn.commit(
                    made.write().withFeed(news.write()).withTour(Bytes.of(seen.get().encode())),
                    made.after().withTour(next),
                    "feed",
                    new Then.Tell(
                            asker, new Answer(true, "", Map.of(), hints, List.of()), List.of()));
        } else if (news.write().isNothing()) {
            turn.reply(asker, (String) null);
        } else {
            turn.commit(
                    Write.NOTHING.withFeed(news.write()),
                    books,
                    "feed",
                    new Then.Tell(asker, Answer.yes(Map.of()), List.of()));
        }
    }

    /** Paper, drawer, answer: the entries are on the disk. */
    void tell(Turn turn, Then.Tell tell, String point) {
        for (var printout : tell.printouts()) {
            turn.does(new Effect.Print(printout, point));
            turn.does(new Effect.OpenDrawer(point));
        }
        turn.reply(tell.asker(), tell.answer(), point);
    }

    private void commit(Turn turn, List<Decision.Step> steps, String point, Then.Tell tell) {
        var made = entries.of(turn.memory, steps, turn.books().tour());
        var answer = tell.answer();
        var texts = new ArrayList<>(answer.receipts());
        made.write().printouts().forEach(printout -> texts.add(printout.text()));
        var printouts = new ArrayList<>(tell.printouts());
        printouts.addAll(made.write().printouts());
        var whole = new Answer(true, "", answer.values(), answer.hints(), texts);
        turn.commit(
                made.write(), made.after(), point, new Then.Tell(tell.asker(), whole, printouts));
    }

    private void draft(Turn turn, List<DraftLine> lines, Books after, String point, Then then) {
        var drafts = new Write.Drafts(lines, clock.now().plus(turn.memory.ahead()));
        turn.commit(Write.NOTHING.withDrafts(drafts), after, point, then);
    }

    private Books withLines(Memory memory, List<DraftLine> lines) {
        var books = memory.open();
        var basket = new ArrayList<>(books.state().basket());
        basket.addAll(lines);
        return books.withBasket(
                books.state().withBasket(basket),
                clock.now().plus(memory.ahead()),
                clock.monoMillis().getAsLong());
    }

    private Aboard aboard(Memory memory, Tour tour, TabletState state) {
        var open = openFor(memory);
        return new Aboard(
                state, tour, papers.till(), now(memory), open == null ? 0 : open.toMillis());
    }

    /**
     * How long the basket has been open, null without one. A wall clock that is set meanwhile
     * changes nothing: it must not change what somebody pays (sync.md, I15).
     */
    private @Nullable Duration openFor(Memory memory) {
        var books = memory.open();
        if (books.basketOpened() == null) {
            return null;
        }
        if (books.basketSince() != Books.BEFORE_THIS_START) {
            return Duration.ofMillis(clock.monoMillis().getAsLong() - books.basketSince());
        }
        var open = Duration.between(books.basketOpened(), now(memory));
        return open.isNegative() ? Duration.ZERO : open;
    }
}
