package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.payment.domain.Event;
import de.mobilermarktplatz.payment.store.CaseStore;
import de.mobilermarktplatz.platform.outbox.FactHandler;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.RegionContext;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A receipt on account that a van took back is not charged, or its money goes back. */
@Component
class GiveBackOnVoid implements FactHandler<TakenOffAccount> {

    private final Stepping stepping;
    private final CaseStore cases;

    GiveBackOnVoid(Stepping stepping, CaseStore cases) {
        this.stepping = stepping;
        this.cases = cases;
    }

    @Override
    public Class<TakenOffAccount> type() {
        return TakenOffAccount.class;
    }

    @Override
    public String name() {
        return "payment.give-back-on-void";
    }

    @Override
    public Mono<Void> handle(TakenOffAccount fact) {
        return Mono.deferContextual(
                context -> {
                    Region region = RegionContext.of(context).orElseThrow();
                    PaymentId id = new PaymentId(fact.payment());
                    return stepping.tell(region, id, new Event.OrderEnded())
                            .hasElement()
                            .flatMap(known -> known ? Mono.<Void>empty() : sale(region, id));
                });
    }

    /** Never charged because the office has it; or the news of the sale is still to come. */
    private Mono<Void> sale(Region region, PaymentId id) {
        return cases.isOpen(region.id(), id)
                .flatMap(
                        known ->
                                known
                                        ? Mono.<Void>empty()
                                        : Mono.error(
                                                new IllegalStateException(
                                                        "Sale on account "
                                                                + id
                                                                + " is not known yet")));
    }
}
