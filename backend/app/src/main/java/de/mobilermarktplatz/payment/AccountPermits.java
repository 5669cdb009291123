package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.contract.pickup.AccountLimits;
import de.mobilermarktplatz.contract.pickup.AccountPermit;
import de.mobilermarktplatz.contract.pickup.SignedAccountPermit;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.store.PaymentStore;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.signing.ServerKey;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What a customer shows at the van to buy on account: whoever paid an order by card may have their
 * card charged later for what they buy on its market day.
 */
@Component
public class AccountPermits {

    private final PaymentStore store;
    private final ServerKey key;

    AccountPermits(PaymentStore store, ServerKey key) {
        this.store = store;
        this.key = key;
    }

    /** Text of the customer's code; empty when no card of theirs may be charged. */
    public Mono<String> text(Region region, OrderId order) {
        return store.byOrder(region.id(), order)
                .filter(AccountPermits::isGood)
                .map(payment -> signed(region, order, payment).text());
    }

    private static boolean isGood(Payment payment) {
        return payment.hasMandate()
                && switch (payment.state()) {
                    case DEFERRED_DUE, AUTHORIZED, CAPTURE_DUE, CAPTURED -> true;
                    case INTENT, CAPTURE_FAILED, NEEDS_CUSTOMER, DECLINED, VOIDED, REFUNDED ->
                            false;
                };
    }

    private SignedAccountPermit signed(Region region, OrderId order, Payment payment) {
        Instant midnight = payment.marketDay().plusDays(1).atStartOfDay(region.zone()).toInstant();
        AccountPermit permit =
                new AccountPermit(
                        key.kid(), order, payment.marketDay(), midnight, AccountLimits.USUAL);
        return SignedAccountPermit.issue(permit, message -> Bytes.of(key.sign(message)));
    }
}
