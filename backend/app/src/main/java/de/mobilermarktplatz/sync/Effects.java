package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.OrderHandedOver;
import de.mobilermarktplatz.ordering.OrderLines;
import de.mobilermarktplatz.payment.Payments;
import de.mobilermarktplatz.platform.outbox.Outbox;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.Effect;
import de.mobilermarktplatz.sync.store.CaseStore;
import de.mobilermarktplatz.till.BookEntry;
import de.mobilermarktplatz.till.Books;
import de.mobilermarktplatz.till.Till;
import de.mobilermarktplatz.touring.Tour;
import de.mobilermarktplatz.touring.TourVisit;
import de.mobilermarktplatz.touring.Tours;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries effects out by the facades that own the tables: books first and in one go, then the rest
 * in order.
 */
@Component
class Effects {

    private final Books books;
    private final OrderLines lines;
    private final Tours tours;
    private final Payments payments;
    private final Outbox outbox;
    private final CaseStore cases;
    private final InstantSource clock;

    Effects(
            Books books,
            OrderLines lines,
            Tours tours,
            Payments payments,
            Outbox outbox,
            CaseStore cases,
            InstantSource clock) {
        this.books = books;
        this.lines = lines;
        this.tours = tours;
        this.payments = payments;
        this.outbox = outbox;
        this.cases = cases;
        this.clock = clock;
    }

    Mono<Void> carryOut(Region region, Device device, List<Effect> effects) {
        List<BookEntry> entries =
                effects.stream()
                        .filter(Effect.Book.class::isInstance)
                        .map(effect -> ((Effect.Book) effect).entry())
                        .toList();
        return books.append(region, new Till(device.id(), device.tillNumber()), entries)
                .thenMany(Flux.fromIterable(effects))
                .concatMap(effect -> one(region, device, effect))
                .then();
    }

    private Mono<Void> one(Region region, Device device, Effect effect) {
        return switch (effect) {
            case Effect.Book written -> Mono.empty();
            case Effect.HandOver over -> handOver(region, device, over);
            case Effect.Refuse refuse ->
                    lines.refuse(region, refuse.order(), refuse.lines())
                            .then(tell(refuse.order(), refuse.op(), Money.ZERO));
            case Effect.Aboard aboard -> lines.load(region, aboard.order(), aboard.lines()).then();
            case Effect.CloseTour close -> closeTour(region, device, close.tour());
            case Effect.OfficeCase what ->
                    cases.open(region, device.journal(), what, clock.instant());
        };
    }

    private Mono<Void> handOver(Region region, Device device, Effect.HandOver over) {
        return lines.handOver(region, over.order(), over.delivered())
                .flatMap(
                        moved ->
                                moved == over.delivered().size()
                                        ? Mono.<Void>empty()
                                        : cases.open(
                                                region,
                                                device.journal(),
                                                doubtful(over, moved),
                                                clock.instant()))
                .then(tell(over.order(), over.op(), over.paidAtVan()));
    }

    private static Effect.OfficeCase doubtful(Effect.HandOver over, long moved) {
        return new Effect.OfficeCase(
                "HANDOVER_DOES_NOT_FIT",
                0,
                over.order(),
                "Übergeben wurden %d Positionen, gebucht werden konnten %d. Vielleicht war die Bestellung storniert oder schon übergeben."
                        .formatted(over.delivered().size(), moved));
    }

    private Mono<Void> tell(OrderId order, OpId op, Money paidAtVan) {
        return Mono.defer(
                () ->
                        outbox.append(
                                new OrderHandedOver(order.value(), op.value(), paidAtVan.cents())));
    }

    /**
     * A tablet that lost its tour to another one does not end it: people still collect at the van,
     * and their cards must not be given free.
     */
    private Mono<Void> closeTour(Region region, Device device, TourId id) {
        return tours.find(region, id)
                .flatMap(
                        tour ->
                                tour.device() == null || device.id().equals(tour.device())
                                        ? close(region, tour)
                                        : cases.open(
                                                region,
                                                device.journal(),
                                                notItsTour(),
                                                clock.instant()));
    }

    private static Effect.OfficeCase notItsTour() {
        return new Effect.OfficeCase(
                "CLOSED_BY_ANOTHER_TABLET",
                0,
                null,
                "Diese Kasse hat ihren Tag abgeschlossen, die Tour fährt aber inzwischen mit einem anderen Tablet.");
    }

    private Mono<Void> close(Region region, Tour tour) {
        return Flux.fromIterable(tour.visits())
                .mapNotNull(TourVisit::call)
                .concatMap(call -> uncollected(region, call))
                .then(tours.close(region, tour))
                .then();
    }

    /** Now nothing more happens to the call's orders: cards held for them are settled. */
    private Mono<Long> uncollected(Region region, CallId call) {
        return lines.uncollected(region, call).then(payments.settleCall(region, call));
    }
}
