package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.catalogue.Offers;
import de.mobilermarktplatz.platform.outbox.FactHandler;
import de.mobilermarktplatz.platform.region.RegionContext;
import de.mobilermarktplatz.timetable.MarketDayOpened;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A new market day has everything on offer that producers sell. Lives here because neither the
 * timetable nor the catalogue knows the other.
 */
@Component
class OpenOffers implements FactHandler<MarketDayOpened> {

    private final Offers offers;

    OpenOffers(Offers offers) {
        this.offers = offers;
    }

    @Override
    public Class<MarketDayOpened> type() {
        return MarketDayOpened.class;
    }

    @Override
    public String name() {
        return "ordering.open-offers";
    }

    @Override
    public Mono<Void> handle(MarketDayOpened fact) {
        return Mono.deferContextual(
                context ->
                        offers.openDays(
                                RegionContext.of(context).orElseThrow(), List.of(fact.day())));
    }
}
