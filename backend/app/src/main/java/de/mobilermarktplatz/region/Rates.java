package de.mobilermarktplatz.region;

import de.mobilermarktplatz.kernel.vat.VatRate;
import de.mobilermarktplatz.kernel.vat.VatRates;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.region.domain.RateTable;
import de.mobilermarktplatz.region.store.RateStore;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The dated VAT rates of a region: the federal table to start with, and every row that the region's
 * office added since, so that a new rate needs no new release.
 */
@Component
public class Rates {

    private final RateStore store;

    Rates(RateStore store) {
        this.store = store;
    }

    public Mono<VatRates> vatRates(Region region) {
        return store.all(region.id())
                .collectList()
                .map(own -> RateTable.merge(VatRates.german(), own));
    }

    /** Adds a rate from its day on, or corrects the one of the same key and day. */
    public Mono<Void> put(Region region, VatRate rate) {
        return store.put(region.id(), rate);
    }
}
