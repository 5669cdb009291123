package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.SignedLinks;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Addresses of orders. Guests have no login: whoever has the signed link of an order may see and
 * cancel it.
 */
@Component
public class OrderLinks {

    private static final String PURPOSE = "order";
    private static final Duration VALID = Duration.ofDays(120);

    private final SignedLinks links;

    OrderLinks(SignedLinks links) {
        this.links = links;
    }

    /** Page of the order, below the server's address, with its token. */
    public String page(Region region, OrderId order) {
        return "/r/" + region.slug() + "/bestellung/" + order + "?t=" + token(region, order);
    }

    /** Where a held order is paid. That page belongs to payment. */
    public String payment(Region region, OrderId order) {
        return "/r/" + region.slug() + "/zahlung/" + order + "?t=" + token(region, order);
    }

    /** Where a customer finds the code to buy on account. That page belongs to payment too. */
    public String account(Region region, OrderId order) {
        return "/r/"
                + region.slug()
                + "/zahlung/"
                + order
                + "/kundencode?t="
                + token(region, order);
    }

    public String token(Region region, OrderId order) {
        return links.issue(region, PURPOSE, order.toString(), VALID);
    }

    /** Whether the token opens this order. */
    public boolean opens(Region region, OrderId order, @Nullable String token) {
        return token != null
                && links.verify(region, PURPOSE, token)
                        .filter(order.toString()::equals)
                        .isPresent();
    }
}
