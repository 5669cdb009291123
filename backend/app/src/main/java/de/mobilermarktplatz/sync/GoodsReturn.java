package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.ordering.OrderLines;
import de.mobilermarktplatz.payment.Payments;
import de.mobilermarktplatz.platform.outbox.FactHandler;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.RegionContext;
import de.mobilermarktplatz.touring.CustodyEnded;
import de.mobilermarktplatz.touring.TourVisit;
import de.mobilermarktplatz.touring.Tours;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Goods that nobody collected are back when custody ends, also from a van whose till never closed.
 * A handover that comes up later still stands.
 */
@Component
class GoodsReturn implements FactHandler<CustodyEnded> {

    private final Tours tours;
    private final OrderLines lines;
    private final Payments payments;

    GoodsReturn(Tours tours, OrderLines lines, Payments payments) {
        this.tours = tours;
        this.lines = lines;
        this.payments = payments;
    }

    @Override
    public Class<CustodyEnded> type() {
        return CustodyEnded.class;
    }

    @Override
    public String name() {
        return "sync.goods-return";
    }

    @Override
    public Mono<Void> handle(CustodyEnded fact) {
        return Mono.deferContextual(
                context -> {
                    Region region = RegionContext.of(context).orElseThrow();
                    return tours.find(region, new TourId(fact.tour()))
                            .flatMapIterable(tour -> tour.visits())
                            .mapNotNull(TourVisit::call)
                            .collectList()
                            .flatMapMany(Flux::fromIterable)
                            .concatMap(
                                    call ->
                                            lines.uncollected(region, call)
                                                    .then(payments.settleCall(region, call)))
                            .then();
                });
    }
}
