package de.mobilermarktplatz.platform.security;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Port: finds out who is asking. Identity implements it with sessions. */
public interface Visitors {

    /** Never empty: a stranger is {@link Visitor#STRANGER}. */
    Mono<Visitor> of(ServerWebExchange exchange);
}
