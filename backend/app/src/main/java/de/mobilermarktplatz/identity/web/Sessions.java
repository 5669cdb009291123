package de.mobilermarktplatz.identity.web;

import de.mobilermarktplatz.identity.Person;
import de.mobilermarktplatz.identity.store.SessionStore;
import de.mobilermarktplatz.kernel.id.PersonId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Visitor;
import de.mobilermarktplatz.platform.security.Visitors;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Server-side sessions: a random cookie per region, its hash in the database, closed by signing
 * out.
 */
@Component
class Sessions implements Visitors {

    private static final String COOKIE = "sitzung";
    private static final Duration LIFE = Duration.ofHours(12);
    private static final int TOKEN_BYTES = 32;

    private final SessionStore store;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Sessions(SessionStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Counts for pages only: what is not protected against forged forms must not know a cookie. */
    @Override
    public Mono<Visitor> of(ServerWebExchange exchange) {
        Region region = exchange.getAttribute(Region.class.getName());
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        boolean page = exchange.getRequest().getPath().value().startsWith("/r/");
        if (!page || region == null || cookie == null) {
            return Mono.just(Visitor.STRANGER);
        }
        return store.person(region, hash(cookie.getValue()), clock.instant())
                .map(Sessions::visitor)
                .defaultIfEmpty(Visitor.STRANGER);
    }

    /** False when the person is not of this region; then no cookie is set. */
    Mono<Boolean> open(Region region, PersonId person, ServerWebExchange exchange) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        Instant now = clock.instant();
        return store.insert(region, hash(token), person, now, now.plus(LIFE))
                .map(rows -> rows == 1)
                .doOnNext(
                        opened ->
                                exchange.getResponse()
                                        .addCookie(
                                                cookie(
                                                        region,
                                                        exchange,
                                                        opened ? token : "",
                                                        opened)));
    }

    Mono<Void> close(Region region, ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        exchange.getResponse().addCookie(cookie(region, exchange, "", false));
        return cookie == null ? Mono.empty() : store.delete(region, hash(cookie.getValue()));
    }

    private static ResponseCookie cookie(
            Region region, ServerWebExchange exchange, String value, boolean keep) {
        return ResponseCookie.from(COOKIE, value)
                .path("/r/" + region.slug())
                .httpOnly(true)
                .sameSite("Lax")
                .secure(exchange.getRequest().getSslInfo() != null)
                .maxAge(keep ? LIFE : Duration.ZERO)
                .build();
    }

    private static Visitor visitor(@Nullable Person person) {
        return person == null
                ? Visitor.STRANGER
                : new Visitor(person.role(), person.id(), person.producer(), person.name());
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
