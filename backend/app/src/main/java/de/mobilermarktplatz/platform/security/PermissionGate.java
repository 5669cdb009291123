package de.mobilermarktplatz.platform.security;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets a request through to its route only when the visitor's role has the route's permission.
 * Default: closed.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class PermissionGate implements WebFilter {

    private final RequestMappingHandlerMapping routes;
    private final Visitors visitors;

    PermissionGate(RequestMappingHandlerMapping requestMappingHandlerMapping, Visitors visitors) {
        this.routes = requestMappingHandlerMapping;
        this.visitors = visitors;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getPath().value().startsWith("/assets/")) {
            return chain.filter(exchange);
        }
        return routes.getHandler(exchange)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(
                        handler ->
                                visitors.of(exchange)
                                        .flatMap(who -> decide(exchange, chain, handler, who)));
    }

    private Mono<Void> decide(
            ServerWebExchange exchange, WebFilterChain chain, Object handler, Visitor visitor) {
        exchange.getAttributes().put(Visitor.class.getName(), visitor);
        Permission needed = RoutePermissions.of((HandlerMethod) handler);
        if (visitor.may(needed)) {
            return chain.filter(exchange);
        }
        if (!visitor.signedIn() && isPage(exchange)) {
            return toSignIn(exchange);
        }
        HttpStatus status = visitor.signedIn() ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED;
        return Mono.error(
                new ResponseStatusException(status, visitor.role() + " may not " + needed));
    }

    private static boolean isPage(ServerWebExchange exchange) {
        return HttpMethod.GET.equals(exchange.getRequest().getMethod())
                && exchange.getRequest().getPath().value().startsWith("/r/");
    }

    private static Mono<Void> toSignIn(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        String base = path.substring(0, path.indexOf('/', "/r/".length()));
        String wanted = URLEncoder.encode(path, StandardCharsets.UTF_8);
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse()
                .getHeaders()
                .setLocation(
                        Objects.requireNonNull(URI.create(base + "/anmelden?weiter=" + wanted)));
        return exchange.getResponse().setComplete();
    }
}
