package de.mobilermarktplatz.ordering.web;

import de.mobilermarktplatz.catalogue.Article;
import de.mobilermarktplatz.catalogue.OfferView;
import de.mobilermarktplatz.catalogue.Offers;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.timetable.Call;
import de.mobilermarktplatz.timetable.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** Calls and offers in the JSON API: what a shop of somebody else needs to order here. */
@RestController
class ShopApi {

    /** Market days shown at once. */
    private static final int MAX_DAYS = 14;

    private final Timetable timetable;
    private final Offers offers;
    private final Calls calls;

    ShopApi(Timetable timetable, Offers offers, Calls calls) {
        this.timetable = timetable;
        this.offers = offers;
        this.calls = calls;
    }

    record CallAnswer(
            UUID call, String stop, String place, LocalDate day, Instant from, Instant to) {}

    /**
     * @param priceCents per piece, or per kilogram when the unit is GRAM; with VAT, without deposit
     * @param free pieces or grams
     */
    record OfferAnswer(
            UUID offer,
            String producer,
            String product,
            String unit,
            long priceCents,
            long depositCents,
            long free,
            int ageLimit,
            @Nullable String allergens,
            Instant cutOff) {}

    /** Calls of the next open market days, soonest first. */
    @GetMapping("/api/v1/{regionSlug}/calls")
    @Requires(Permission.SHOP_BROWSE)
    Flux<CallAnswer> calls(Region region) {
        return timetable
                .openDays(region)
                .take(MAX_DAYS)
                .collectList()
                .flatMapIterable(days -> days)
                .concatMap(day -> timetable.callsOn(region, day))
                .map(call -> answer(region, call));
    }

    /**
     * Everything offered for a call, by producer and name; sold-out articles are there with nothing
     * free.
     */
    @GetMapping("/api/v1/{regionSlug}/calls/{call}/offers")
    @Requires(Permission.SHOP_BROWSE)
    Flux<OfferAnswer> offers(Region region, @PathVariable String call) {
        return calls.coming(region, call)
                .flatMapMany(found -> offers.forDay(region, found.day()))
                .map(ShopApi::answer);
    }

    private static CallAnswer answer(Region region, Call call) {
        return new CallAnswer(
                call.id().value(),
                call.stop().spokenName(),
                call.stop().placeName(),
                call.day(),
                call.start(region.zone()),
                call.end(region.zone()));
    }

    private static OfferAnswer answer(OfferView offer) {
        Article article = offer.product().article();
        Article.Deposit deposit = article.deposit();
        return new OfferAnswer(
                offer.id().value(),
                offer.producerName(),
                article.name(),
                article.unit().name(),
                offer.price().cents(),
                deposit == null ? 0 : deposit.amount().cents(),
                offer.free(),
                article.ageLimit(),
                article.allergens(),
                offer.cutOff());
    }
}
