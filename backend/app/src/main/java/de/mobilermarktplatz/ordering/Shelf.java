package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.catalogue.Article;
import de.mobilermarktplatz.catalogue.OfferView;
import de.mobilermarktplatz.catalogue.Offers;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.domain.Offered;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.timetable.Call;
import de.mobilermarktplatz.timetable.Timetable;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What can be ordered for a call, as far as ordering needs to know it. */
@Component
class Shelf {

    private final Timetable timetable;
    private final Offers offers;

    Shelf(Timetable timetable, Offers offers) {
        this.timetable = timetable;
        this.offers = offers;
    }

    /** The call and those of the asked offers that are for its day. */
    record Goods(Call call, Map<OfferId, Offered> offered) {}

    /** Empty if there is no such call. */
    Mono<Goods> forCall(Region region, CallId id, Collection<OfferId> asked) {
        return timetable
                .call(region, id)
                .flatMap(
                        call ->
                                offers.byIds(region, asked)
                                        .filter(offer -> offer.marketDay().equals(call.day()))
                                        .collectMap(OfferView::id, Shelf::offered)
                                        .map(found -> new Goods(call, found)));
    }

    private static Offered offered(OfferView offer) {
        Article article = offer.product().article();
        Article.Deposit deposit = article.deposit();
        return new Offered(
                offer.id(),
                offer.product().id(),
                offer.product().producer(),
                article.name(),
                article.unit(),
                article.coldClass(),
                article.volumeMillilitres(),
                offer.price(),
                article.vatKey(),
                deposit == null ? Money.ZERO : deposit.amount(),
                deposit == null ? article.vatKey() : deposit.vatKey(),
                article.ageLimit(),
                offer.saleModel().name(),
                offer.cutOff());
    }
}
