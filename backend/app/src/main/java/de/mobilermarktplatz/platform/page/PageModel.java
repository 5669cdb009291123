package de.mobilermarktplatz.platform.page;

import de.mobilermarktplatz.platform.MarktplatzProperties;
import de.mobilermarktplatz.platform.clock.MovableClock;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Visitor;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What every page knows: its region, its visitor, the base of its links, and the token of its
 * forms.
 */
@ControllerAdvice(annotations = Controller.class)
class PageModel {

    /** Less is no moved clock but a slow machine. */
    private static final Duration NOT_MOVED = Duration.ofMinutes(1);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE, d. MMMM uuuu, H:mm 'Uhr'", Locale.GERMANY);

    private final MarktplatzProperties properties;
    private final MovableClock clock;

    PageModel(MarktplatzProperties properties, MovableClock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    @ModelAttribute
    Mono<Void> common(Model model, ServerWebExchange exchange) {
        Region region = exchange.getAttribute(Region.class.getName());
        Visitor visitor = exchange.getAttributeOrDefault(Visitor.class.getName(), Visitor.STRANGER);
        if (region != null) {
            String base = "/r/" + region.slug();
            model.addAttribute("region", region);
            model.addAttribute("base", base);
            model.addAttribute(
                    "menu",
                    DeskMenu.of(
                            visitor,
                            properties.demo(),
                            base,
                            exchange.getRequest().getPath().value()));
            if (clock.ahead().abs().compareTo(NOT_MOVED) > 0) {
                model.addAttribute(
                        "movedClock", MOMENT.format(clock.instant().atZone(region.zone())));
            }
        }
        model.addAttribute("demo", properties.demo());
        model.addAttribute("visitor", visitor);
        Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
        return Objects.requireNonNullElseGet(token, Mono::<CsrfToken>empty)
                .doOnNext(csrf -> model.addAttribute("_csrf", csrf))
                .then();
    }
}
