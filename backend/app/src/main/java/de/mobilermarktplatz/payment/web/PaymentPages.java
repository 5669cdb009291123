package de.mobilermarktplatz.payment.web;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.ordering.OrderLinks;
import de.mobilermarktplatz.payment.AccountPermits;
import de.mobilermarktplatz.payment.Checkout;
import de.mobilermarktplatz.payment.CheckoutResult;
import de.mobilermarktplatz.platform.MarktplatzProperties;
import de.mobilermarktplatz.platform.page.QrSvg;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** From the order to Stripe's page and back. Whoever holds the order's signed link may pay it. */
@Controller
@RequestMapping("/r/{regionSlug}/zahlung/{order}")
class PaymentPages {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentPages.class);

    private final Checkout checkout;
    private final AccountPermits permits;
    private final OrderLinks links;
    private final MarktplatzProperties properties;

    PaymentPages(
            Checkout checkout,
            AccountPermits permits,
            OrderLinks links,
            MarktplatzProperties properties) {
        this.checkout = checkout;
        this.permits = permits;
        this.links = links;
        this.properties = properties;
    }

    @GetMapping
    @Requires(Permission.PAYMENT_RETURN)
    Mono<String> pay(
            Region region,
            @PathVariable UUID order,
            @RequestParam(name = "t", required = false) @Nullable String token,
            Model model,
            ServerWebExchange exchange) {
        OrderId id = opened(region, order, token);
        return checkout.start(region, id, addresses(region, id, token, exchange))
                .map(result -> next(region, id, result, model))
                .onErrorResume(
                        trouble -> {
                            LOG.warn("Checkout of order {} failed", id, trouble);
                            exchange.getResponse().setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
                            return Mono.just(choice(region, id, token, "trouble", model));
                        });
    }

    @GetMapping("/zurueck")
    @Requires(Permission.PAYMENT_RETURN)
    Mono<String> back(
            Region region,
            @PathVariable UUID order,
            @RequestParam(name = "t", required = false) @Nullable String token) {
        OrderId id = opened(region, order, token);
        // Whatever cannot be looked up now comes by webhook; the order's page says how it stands.
        return checkout.returned(region, id)
                .onErrorResume(
                        trouble -> {
                            LOG.warn("Payment of order {} could not be looked up", id, trouble);
                            return Mono.empty();
                        })
                .thenReturn("redirect:" + links.page(region, id));
    }

    @GetMapping("/abgebrochen")
    @Requires(Permission.PAYMENT_RETURN)
    String cancelled(
            Region region,
            @PathVariable UUID order,
            @RequestParam(name = "t", required = false) @Nullable String token,
            Model model) {
        return choice(region, opened(region, order, token), token, "cancelled", model);
    }

    @PostMapping("/am-wagen")
    @Requires(Permission.PAYMENT_RETURN)
    Mono<String> atTheVan(
            Region region,
            @PathVariable UUID order,
            @RequestParam(name = "t", required = false) @Nullable String token) {
        OrderId id = opened(region, order, token);
        return checkout.payAtVanInstead(region, id)
                .thenReturn("redirect:" + links.page(region, id));
    }

    /** The customer's code for buying on account at the van. */
    @GetMapping("/kundencode")
    @Requires(Permission.PAYMENT_RETURN)
    Mono<String> permit(
            Region region,
            @PathVariable UUID order,
            @RequestParam(name = "t", required = false) @Nullable String token,
            Model model) {
        OrderId id = opened(region, order, token);
        model.addAttribute("orderPage", links.page(region, id));
        return permits.text(region, id)
                .doOnNext(
                        text -> model.addAttribute("code", text).addAttribute("qr", QrSvg.of(text)))
                .thenReturn("payment/permit");
    }

    private OrderId opened(Region region, UUID order, @Nullable String token) {
        OrderId id = new OrderId(order);
        if (!links.opens(region, id, token)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return id;
    }

    private String next(Region region, OrderId id, CheckoutResult result, Model model) {
        return switch (result) {
            case CheckoutResult.Pay pay -> "redirect:" + pay.url();
            case CheckoutResult.Settled _ -> "redirect:" + links.page(region, id);
            case CheckoutResult.Over _ -> {
                model.addAttribute("orderPage", links.page(region, id));
                yield "payment/over";
            }
        };
    }

    private String choice(
            Region region, OrderId id, @Nullable String token, String why, Model model) {
        model.addAttribute("why", why);
        model.addAttribute("again", path(region, id) + "?t=" + encoded(token));
        model.addAttribute("atVan", path(region, id) + "/am-wagen?t=" + encoded(token));
        return "payment/choice";
    }

    private Checkout.Addresses addresses(
            Region region, OrderId id, @Nullable String token, ServerWebExchange exchange) {
        String base = origin(exchange) + path(region, id);
        return new Checkout.Addresses(
                base + "/zurueck?t=" + encoded(token), base + "/abgebrochen?t=" + encoded(token));
    }

    /** The configured public address, or else the one the customer used. */
    private String origin(ServerWebExchange exchange) {
        String configured = properties.publicUrl();
        if (configured != null) {
            return configured;
        }
        URI uri = exchange.getRequest().getURI();
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private static String path(Region region, OrderId id) {
        return "/r/" + region.slug() + "/zahlung/" + id;
    }

    private static String encoded(@Nullable String token) {
        return URLEncoder.encode(token == null ? "" : token, StandardCharsets.UTF_8);
    }
}
