package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.payment.domain.Event;
import de.mobilermarktplatz.payment.domain.ProofLine;
import de.mobilermarktplatz.payment.domain.Seen;
import de.mobilermarktplatz.payment.store.CaseStore;
import de.mobilermarktplatz.payment.store.ProofStore;
import de.mobilermarktplatz.payment.stripe.Intents;
import de.mobilermarktplatz.platform.jobs.RegionJob;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Every night: Stripe's lists of the last days against our ledger, payment by payment. What Stripe
 * says is first brought into the books like any other answer; what still differs then is counted,
 * kept, and put before the office unless a worker is still at it.
 */
@Component
class Reconciliation implements RegionJob {

    /** Longer than any authorisation lives, and two nights more for the captures. */
    private static final int DAYS_BACK = 9;

    private static final Duration CAPTURES_BACK = Duration.ofDays(2);

    /** A night's bound; the next tick goes on behind the cursor. */
    private static final int MOST_PAGES = 500;

    private static final int MOST_MISSING = 200;

    private final Intents intents;
    private final Stepping stepping;
    private final ProofStore proofs;
    private final CaseStore cases;
    private final TransactionalOperator tx;
    private final InstantSource clock;

    Reconciliation(
            Intents intents,
            Stepping stepping,
            ProofStore proofs,
            CaseStore cases,
            TransactionalOperator tx,
            InstantSource clock) {
        this.intents = intents;
        this.stepping = stepping;
        this.proofs = proofs;
        this.cases = cases;
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "payment.reconcile";
    }

    /** The first tick of a day does the night's work; the others find it done, or go on. */
    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Mono<Void> run(Region region) {
        return Mono.defer(
                () -> {
                    LocalDate tonight = clock.instant().atZone(region.zone()).toLocalDate();
                    return Flux.range(0, DAYS_BACK + 1)
                            .map(back -> tonight.minusDays(DAYS_BACK - back))
                            .concatMap(day -> prove(region, day, tonight))
                            .then(Mono.defer(() -> missing(region, tonight)));
                });
    }

    private Mono<Void> prove(Region region, LocalDate day, LocalDate tonight) {
        return proofs.begin(region.id(), day, tonight, clock.instant())
                .filter(progress -> !progress.finished())
                .flatMap(progress -> page(region, day, tonight, progress.cursor()))
                .expand(next -> page(region, day, tonight, next))
                .take(MOST_PAGES)
                .then();
    }

    /** One page, written with its cursor; answers the next cursor, or nothing after the last. */
    private Mono<String> page(
            Region region, LocalDate day, LocalDate tonight, @Nullable String cursor) {
        Instant from = day.atStartOfDay(region.zone()).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(region.zone()).toInstant();
        return intents.page(region, from, to, cursor)
                .flatMap(
                        page ->
                                Flux.fromIterable(page.intents())
                                        .concatMap(
                                                seen ->
                                                        Mono.justOrEmpty(id(seen))
                                                                .flatMap(
                                                                        id ->
                                                                                line(
                                                                                        region, id,
                                                                                        seen,
                                                                                        tonight)))
                                        .collectList()
                                        .flatMap(lines -> kept(region, day, cursor, page, lines)));
    }

    /**
     * The books as they stood before Stripe's answer was brought in. Where they differ, both sides
     * are read once more afterwards: what was only missing is mended, and a capture in between
     * explains itself.
     */
    private Mono<ProofLine> line(Region region, PaymentId id, Seen.Intent seen, LocalDate tonight) {
        return proofs.line(region.id(), id, seen, tonight)
                .flatMap(
                        before ->
                                stepping.run(region, id, new Event.SaidIntent(seen))
                                        .thenReturn(before))
                .flatMap(
                        before ->
                                before.differs()
                                        ? intents.find(region, seen.id())
                                                .flatMap(
                                                        now ->
                                                                proofs.line(
                                                                        region.id(),
                                                                        id,
                                                                        now,
                                                                        tonight))
                                                .map(after -> after.after(before))
                                        : Mono.just(before));
    }

    private Mono<String> kept(
            Region region,
            LocalDate day,
            @Nullable String cursor,
            Intents.Page page,
            List<ProofLine> lines) {
        String next = page.intents().isEmpty() ? cursor : page.intents().getLast().id();
        Mono<Void> written = add(region, day, next, !page.more(), lines).then(open(region, lines));
        return tx.transactional(written)
                .then(Mono.defer(() -> page.more() ? Mono.justOrEmpty(next) : Mono.empty()));
    }

    private Mono<Void> missing(Region region, LocalDate tonight) {
        Instant midnight = tonight.atStartOfDay(region.zone()).toInstant();
        Instant since = midnight.minus(CAPTURES_BACK);
        Mono<Void> written =
                proofs.missing(region.id(), since, midnight, tonight, MOST_MISSING)
                        .collectList()
                        .filter(lines -> !lines.isEmpty())
                        .flatMap(lines -> open(region, lines));
        return tx.transactional(written);
    }

    private Mono<Void> add(
            Region region,
            LocalDate day,
            @Nullable String cursor,
            boolean finished,
            List<ProofLine> lines) {
        return proofs.add(region.id(), day, cursor, finished, lines, clock.instant());
    }

    private Mono<Void> open(Region region, List<ProofLine> lines) {
        return Flux.fromIterable(lines)
                .filter(ProofLine::isCase)
                .concatMap(
                        line ->
                                cases.difference(
                                        region.id(),
                                        line.payment(),
                                        line.difference(),
                                        clock.instant()))
                .then();
    }

    /** Null when it is somebody else's: the account may serve more than the market. */
    private static @Nullable PaymentId id(Seen.Intent seen) {
        try {
            return seen.payment() == null ? null : PaymentId.of(seen.payment());
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }
}
