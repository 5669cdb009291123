package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.payment.domain.Effect;
import de.mobilermarktplatz.payment.domain.Event;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.stripe.CardRefused;
import de.mobilermarktplatz.payment.stripe.Checkouts;
import de.mobilermarktplatz.payment.stripe.Intents;
import de.mobilermarktplatz.payment.stripe.StripeRefunds;
import de.mobilermarktplatz.payment.stripe.TurnedDown;
import de.mobilermarktplatz.payment.stripe.UnexpectedState;
import de.mobilermarktplatz.platform.region.Region;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Carries a call to Stripe; whatever comes of it is an event, a lost answer too. */
@Component
class Provider {

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);

    private final Checkouts checkouts;
    private final Intents intents;
    private final StripeRefunds refunds;

    Provider(Checkouts checkouts, Intents intents, StripeRefunds refunds) {
        this.checkouts = checkouts;
        this.intents = intents;
        this.refunds = refunds;
    }

    Mono<Event> call(Region region, Payment payment, Effect.Call call) {
        return answered(region, payment, call)
                .onErrorResume(
                        CardRefused.class,
                        no ->
                                Mono.just(
                                        new Event.Refused(
                                                no.wantsCustomer(),
                                                String.valueOf(no.getMessage()))))
                .onErrorResume(
                        UnexpectedState.class,
                        moved ->
                                isRefund(call)
                                        ? Mono.just(unknown(payment, call, moved))
                                        : Mono.just(new Event.HasMoved()))
                .onErrorResume(
                        TurnedDown.class,
                        no ->
                                Mono.just(
                                        new Event.TurnedDown(
                                                call, String.valueOf(no.getMessage()))))
                .onErrorResume(trouble -> Mono.just(unknown(payment, call, trouble)));
    }

    private Mono<Event> answered(Region region, Payment payment, Effect.Call call) {
        return switch (call) {
            case Effect.CreateIntent create ->
                    intents.create(region, payment, create.key()).map(Event.SaidIntent::new);
            case Effect.Confirm confirm ->
                    intents.confirm(region, confirm.intent()).map(Event.SaidIntent::new);
            case Effect.Capture capture ->
                    intents.capture(region, capture.intent(), capture.amount())
                            .map(Event.SaidIntent::new);
            case Effect.Cancel cancel ->
                    intents.cancel(region, cancel.intent()).map(Event.SaidIntent::new);
            case Effect.Find find -> intents.find(region, find.intent()).map(Event.SaidIntent::new);
            case Effect.ExpireSession expire ->
                    checkouts.expire(region, expire.session()).map(Event.SaidSession::new);
            case Effect.FindSession find ->
                    checkouts.find(region, find.session()).map(Event.SaidSession::new);
            case Effect.LookUp _ -> intents.of(region, payment).map(Event.Listed::new);
            case Effect.CreateRefund create ->
                    refunds.create(
                                    region,
                                    payment.id(),
                                    create.refund(),
                                    create.key(),
                                    create.intent(),
                                    create.amount())
                            .map(seen -> new Event.SaidRefund(create.refund(), seen));
            case Effect.LookUpRefunds lookUp ->
                    refunds.of(region, lookUp.intent())
                            .map(seen -> new Event.ListedRefunds(lookUp.refund(), seen));
        };
    }

    private static boolean isRefund(Effect.Call call) {
        return call instanceof Effect.CreateRefund || call instanceof Effect.LookUpRefunds;
    }

    private static Event unknown(Payment payment, Effect.Call call, Throwable trouble) {
        LOG.warn(
                "{} of payment {} came to nothing yet: {}",
                call.getClass().getSimpleName(),
                payment.id(),
                String.valueOf(trouble));
        String why = String.valueOf(trouble.getMessage());
        return switch (call) {
            case Effect.CreateRefund create -> new Event.RefundUnknown(create.refund(), why);
            case Effect.LookUpRefunds lookUp -> new Event.RefundUnknown(lookUp.refund(), why);
            default -> new Event.Unknown(why);
        };
    }
}
