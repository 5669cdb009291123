package de.mobilermarktplatz.platform.problem;

import de.mobilermarktplatz.platform.MarktplatzProperties;
import de.mobilermarktplatz.platform.region.Region;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as RFC 9457 JSON for programs and as a readable page for people. */
@Component
@Order(-2)
class ProblemWriter implements WebExceptionHandler {

    private final Problems problems;
    private final JsonMapper json;
    private final ISpringWebFluxTemplateEngine pages;
    private final MarktplatzProperties properties;

    ProblemWriter(
            Problems problems,
            JsonMapper json,
            ISpringWebFluxTemplateEngine pages,
            MarktplatzProperties properties) {
        this.problems = problems;
        this.json = json;
        this.pages = pages;
        this.properties = properties;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(error);
        }
        String path = exchange.getRequest().getPath().value();
        Problem problem = problems.of(error, path);
        boolean forPeople = path.equals("/") || path.startsWith("/r/");
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        response.getHeaders()
                .setContentType(
                        forPeople
                                ? new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8)
                                : MediaType.APPLICATION_PROBLEM_JSON);
        byte[] body = forPeople ? page(problem, exchange) : json.writeValueAsBytes(problem);
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private byte[] page(Problem problem, ServerWebExchange exchange) {
        Context context = new Context(Locale.GERMAN, Map.of("problem", problem, "base", ""));
        context.setVariable("demo", properties.demo());
        Region region = exchange.getAttribute(Region.class.getName());
        if (region != null) {
            context.setVariable("region", region);
            context.setVariable("base", "/r/" + region.slug());
        }
        return pages.process("platform/problem", context).getBytes(StandardCharsets.UTF_8);
    }
}
