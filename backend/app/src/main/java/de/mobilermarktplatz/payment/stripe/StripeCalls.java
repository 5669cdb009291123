package de.mobilermarktplatz.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.service.V1Services;
import de.mobilermarktplatz.platform.region.Region;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * stripe-java blocks: its calls run on eight threads of their own, and at most a thousand wait for
 * one.
 */
@Component
class StripeCalls implements DisposableBean {

    private static final int THREADS = 8;
    private static final int WAITING = 1_000;

    private final StripeAccounts accounts;
    private final Scheduler scheduler = Schedulers.newBoundedElastic(THREADS, WAITING, "stripe");

    StripeCalls(StripeAccounts accounts) {
        this.accounts = accounts;
    }

    interface Call<T> {
        T run(V1Services stripe) throws StripeException;
    }

    /**
     * Fails with {@link CardRefused}, {@link UnexpectedState}, {@link TurnedDown} or {@link
     * CardsNotTaken}; anything else is passing trouble of unknown outcome.
     */
    <T> Mono<T> call(Region region, Call<T> call) {
        return Mono.justOrEmpty(accounts.client(region))
                .switchIfEmpty(Mono.error(() -> new CardsNotTaken(region.slug())))
                .flatMap(
                        client ->
                                Mono.fromCallable(() -> run(client, call)).subscribeOn(scheduler));
    }

    private static <T> T run(StripeClient client, Call<T> call) throws StripeException {
        try {
            return call.run(client.v1());
        } catch (CardException e) {
            throw new CardRefused(
                    "authentication_required".equals(e.getCode()), String.valueOf(e.getCode()), e);
        } catch (InvalidRequestException e) {
            String code = String.valueOf(e.getCode());
            if (code.endsWith("_unexpected_state")
                    || code.equals("checkout_session_not_open")
                    || isNotOpen(e)) {
                throw new UnexpectedState(e);
            }
            throw new TurnedDown(code + ": " + e.getMessage(), e);
        } catch (IdempotencyException e) {
            // The same key was sent with other words before: what it made is to be looked up.
            throw new UnexpectedState(e);
        }
    }

    /** Stripe itself gives this refusal no code of its own. */
    private static boolean isNotOpen(InvalidRequestException e) {
        return String.valueOf(e.getMessage()).contains("Only Checkout Sessions with a status in");
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }
}
