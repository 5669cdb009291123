package de.mobilermarktplatz.platform.page;

import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/**
 * A page whose store found nothing is not there: an empty {@code Mono} of a page handler becomes
 * 404. Without this, Spring takes the address itself for the name of a template and the visitor
 * sees an internal error.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EmptyPages implements ViewResolver {

    /** Region pages live below {@code /r/}; no folder of templates has this name. */
    private static final String ADDRESS = "r/";

    @Override
    public Mono<View> resolveViewName(String viewName, Locale locale) {
        return viewName.startsWith(ADDRESS)
                ? Mono.error(
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "nothing at " + viewName))
                : Mono.empty();
    }
}
