package de.mobilermarktplatz.ordering.web;

import de.mobilermarktplatz.platform.region.Region;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * Which cart is this browser's: a random id in a strictly necessary cookie (TDDDG § 25(2) no. 2),
 * one per region because of its path.
 */
final class CartCookie {

    private static final String NAME = "korb";
    private static final Duration KEPT = Duration.ofDays(30);

    private CartCookie() {}

    /** Empty when the browser has none yet, or something that is no cart id. */
    static Optional<UUID> read(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(NAME);
        if (cookie == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(cookie.getValue()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The browser's cart, a new one if need be; the cookie lives on from now. */
    static UUID readOrCreate(ServerWebExchange exchange, Region region) {
        // Random throughout, unlike a version 7 id: whoever knows it has the cart.
        UUID cart = read(exchange).orElseGet(UUID::randomUUID);
        exchange.getResponse()
                .addCookie(
                        ResponseCookie.from(NAME, cart.toString())
                                .httpOnly(true)
                                .secure("https".equals(exchange.getRequest().getURI().getScheme()))
                                .sameSite("Lax")
                                .path("/r/" + region.slug())
                                .maxAge(KEPT)
                                .build());
        return cart;
    }
}
