package de.mobilermarktplatz.simulation.people;

import de.mobilermarktplatz.contract.feed.Streams;
import de.mobilermarktplatz.simulation.mutants.FeedMutants;
import de.mobilermarktplatz.simulation.net.Line;
import de.mobilermarktplatz.simulation.world.Sometimes;
import de.mobilermarktplatz.simulation.world.World;
import de.mobilermarktplatz.tablet.machine.Answer;
import de.mobilermarktplatz.tablet.machine.Backoff;
import de.mobilermarktplatz.tablet.machine.ServerAnswer;
import de.mobilermarktplatz.tablet.machine.Wish;
import de.mobilermarktplatz.tablet.machine.feed.Ask;
import de.mobilermarktplatz.tablet.machine.feed.FeedCore;
import de.mobilermarktplatz.tablet.machine.feed.FeedMemory;
import de.mobilermarktplatz.tablet.machine.feed.FeedStep;
import de.mobilermarktplatz.tablet.machine.feed.TourView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.SplittableRandom;

/** The real {@link FeedCore}, asked and answered as the tablet's own follower does it. */
public final class SimFollower {
    private static final int WAIT_SECONDS = 25;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final World world;
    private final SimTablet tablet;
    private final SplittableRandom random;
    private final FeedCore core = new FeedCore(WAIT_SECONDS);
    private FeedMemory memory = FeedMemory.NEW;
    private FeedStep step;
    private long ticket;
    private int failures;
    private int turn;
    private boolean asking;

    SimFollower(World world, SimTablet tablet, SplittableRandom random) {
        this.world = world;
        this.tablet = tablet;
        this.random = random;
    }

    /** What the tablet has of the feed. */
    public FeedMemory memory() {
        return memory;
    }

    public Set<String> wanted() {
        var tour = tablet.memory().open().tour();
        return TourView.streams(
                tour == null ? null : tour.snapshot(), Streams.device(tablet.identity.device()));
    }

    void start(FeedMemory held) {
        memory = held;
        failures = 0;
        ticket = 0;
        asking = false;
        rest(Duration.ZERO);
    }

    /** Nothing is followed any more. */
    void stop() {
        turn++;
        asking = false;
        ticket = 0;
    }

    /** Another tour, or hope for the network: whatever was refused is asked for again. */
    void wake() {
        if (ticket == 0) {
            memory = memory.hopeful();
            asking = false;
            rest(Duration.ZERO);
        }
    }

    /** An answer that was waited for is not waited for any more. */
    private void rest(Duration pause) {
        int mine = ++turn;
        tablet.later(
                pause.toMillis(),
                () -> {
                    if (mine == turn) {
                        round();
                    }
                });
    }

    private void round() {
        if (tablet.memory().books() == null) {
            rest(Backoff.SERVICE.least());
            return;
        }
        var ask = core.next(memory, wanted());
        if (ask.isEmpty()) {
            rest(LONG);
            return;
        }
        asking = true;
        int mine = turn;
        tablet.askFeed(
                (ask.get().path() + "\n").getBytes(StandardCharsets.US_ASCII),
                new Line.Heard() {
                    @Override
                    public void answered(Line.Answer answer, long millis) {
                        var took = Duration.ofMillis(millis);
                        heard(
                                mine,
                                ask.get(),
                                answer.status() == 200
                                        ? new ServerAnswer.Fine(answer.body(), took)
                                        : new ServerAnswer.Refused(
                                                answer.status(), answer.body(), took));
                    }

                    @Override
                    public void unanswered(String why) {
                        heard(mine, ask.get(), new ServerAnswer.Unreachable(why));
                    }
                });
    }

    private void heard(int mine, Ask ask, ServerAnswer answer) {
        if (mine != turn || !asking || !tablet.isRunning()) {
            return;
        }
        asking = false;
        step = FeedMutants.came(world, core, memory, ask, answer);
        note(ask);
        if (step.result() != FeedStep.Result.FINE && step.write().isNothing()) {
            settle(step.result());
            return;
        }
        ticket = tablet.wantNext();
        tablet.want(ticket, new Wish.Follow(step.write(), step.memory()));
    }

    /** Whether this answer of the machine was ours. */
    boolean answered(long to, Answer answer) {
        if (to != ticket) {
            return false;
        }
        ticket = 0;
        if (answer.ok()) {
            memory = step.memory();
            settle(step.result());
        } else {
            settle(FeedStep.Result.FAILED);
        }
        return true;
    }

    private void settle(FeedStep.Result result) {
        failures = result == FeedStep.Result.FINE ? 0 : failures + 1;
        rest(
                switch (result) {
                    case FINE -> Duration.ZERO;
                    case FAILED -> Backoff.SERVICE.next(failures, random);
                    case REFUSED -> LONG;
                });
    }

    private void note(Ask ask) {
        if (!step.write().replaced().isEmpty()) {
            world.dice.reached(Sometimes.SNAPSHOT_TAKEN);
        }
        if (!step.write().moved().isEmpty()) {
            world.dice.reached(Sometimes.NEWS_TAKEN);
        }
        if (!step.lost().isEmpty()) {
            world.dice.reached(Sometimes.TOUR_GIVEN_TO_ANOTHER);
        }
        if (ask instanceof Ask.News
                && step.memory().streams().values().stream().anyMatch(one -> one.epoch() < 0)) {
            world.dice.reached(Sometimes.STREAM_OUT_OF_STEP);
        }
    }
}
