package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.platform.region.UnderConstruction;
import de.mobilermarktplatz.platform.region.UnderConstruction.Progress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Stands before a county that is just being loaded: people see how far it is, on a page that renews
 * itself without a script; programs are told to come again. Payment hooks go through, because the
 * county's own invented people pay.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class LoadingPage implements WebFilter {

    private static final String SECONDS = "2";
    private static final String PEOPLE = "/r/";
    private static final List<String> PROGRAMS = List.of("/api/v1/", "/sync/v1/");

    private final UnderConstruction building;

    LoadingPage(UnderConstruction building) {
        this.building = building;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        if (path.equals("/")) {
            return building.any()
                    .map(progress -> page(exchange, progress))
                    .orElseGet(() -> chain.filter(exchange));
        }
        if (path.startsWith(PEOPLE)) {
            return of(path, PEOPLE)
                    .map(progress -> page(exchange, progress))
                    .orElseGet(() -> chain.filter(exchange));
        }
        return PROGRAMS.stream()
                .filter(path::startsWith)
                .findFirst()
                .flatMap(prefix -> of(path, prefix))
                .map(progress -> later(exchange))
                .orElseGet(() -> chain.filter(exchange));
    }

    private Optional<Progress> of(String path, String prefix) {
        String slug = path.substring(prefix.length()).replaceAll("/.*", "");
        return building.of(slug);
    }

    private static Mono<Void> page(ServerWebExchange exchange, Progress progress) {
        return answer(
                exchange,
                new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8),
                """
                <!DOCTYPE html>
                <html lang="de">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <meta http-equiv="refresh" content="%s">
                  <title>Wird geladen – Mobiler Marktplatz</title>
                  <link rel="stylesheet" href="/assets/style.css">
                  <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
                </head>
                <body>
                <aside class="sample" aria-label="Hinweis zu den Daten">Beispieldaten: Menschen und Höfe sind erfunden, nichts wird wirklich verkauft.</aside>
                <div class="content"><main>
                  <h1>Der Beispiel-Landkreis wird geladen</h1>
                  <p class="big">Schritt %d von %d: %s</p>
                  <p><progress value="%d" max="100">%d %%</progress></p>
                  <p class="muted">Das dauert beim ersten Start einige Sekunden. Diese Seite erneuert sich von selbst.</p>
                </main></div>
                </body>
                </html>
                """
                        .formatted(
                                SECONDS,
                                progress.step(),
                                progress.steps(),
                                progress.what(),
                                progress.percent(),
                                progress.percent()));
    }

    private static Mono<Void> later(ServerWebExchange exchange) {
        return answer(
                exchange,
                MediaType.APPLICATION_PROBLEM_JSON,
                """
                {"type":"about:blank","title":"Service Unavailable","status":503,"detail":"Der Beispiel-Landkreis wird gerade geladen."}
                """);
    }

    private static Mono<Void> answer(ServerWebExchange exchange, MediaType type, String text) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
        response.getHeaders().setContentType(type);
        response.getHeaders().set(HttpHeaders.RETRY_AFTER, SECONDS);
        response.getHeaders().setCacheControl("no-store");
        response.getHeaders().set("Content-Security-Policy", "default-src 'self'");
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
