package de.mobilermarktplatz.payment.web;

import de.mobilermarktplatz.payment.Inbox;
import de.mobilermarktplatz.payment.stripe.WebhookSignatures;
import de.mobilermarktplatz.platform.problem.RejectedException;
import de.mobilermarktplatz.platform.problem.Rejection;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where Stripe tells of events: the raw body is verified and kept, nothing more. */
@RestController
class StripeHook {

    private final WebhookSignatures signatures;
    private final Inbox inbox;

    StripeHook(WebhookSignatures signatures, Inbox inbox) {
        this.signatures = signatures;
        this.inbox = inbox;
    }

    /** Nobody but the region's own Stripe account may tell of payments. */
    record NotGenuine() implements Rejection {
        @Override
        public String slug() {
            return "webhook-signature";
        }
    }

    @PostMapping("/hooks/stripe/{regionSlug}")
    @Requires(Permission.HOOK_RECEIVE)
    Mono<Void> receive(
            Region region,
            @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature,
            @RequestBody String payload) {
        if (signature == null || !signatures.isGenuine(region, payload, signature)) {
            return Mono.error(new RejectedException(new NotGenuine(), HttpStatus.BAD_REQUEST));
        }
        return inbox.receive(region, payload).then();
    }
}
