package de.mobilermarktplatz.coordination.web;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.ordering.ChangeResult;
import de.mobilermarktplatz.ordering.ChangeRules;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderRequests;
import de.mobilermarktplatz.ordering.OrderUnknown;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.platform.problem.RejectedException;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.platform.security.Visitor;
import de.mobilermarktplatz.timetable.GermanDays;
import de.mobilermarktplatz.timetable.Timetable;
import de.mobilermarktplatz.touring.OrderChanges;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The desk cancels or changes an order after its cut-off; a van that has the goods is asked. */
@Controller
@RequestMapping("/r/{regionSlug}/leitstelle/bestellungen/{order}")
class OrderChangePages {

    private static final String AMOUNT = "menge-";

    private final Orders orders;
    private final OrderRequests requests;
    private final OrderChanges changes;
    private final Timetable timetable;

    OrderChangePages(
            Orders orders, OrderRequests requests, OrderChanges changes, Timetable timetable) {
        this.orders = orders;
        this.requests = requests;
        this.changes = changes;
        this.timetable = timetable;
    }

    @GetMapping
    @Requires(Permission.ORDER_TAKE_BY_PHONE)
    Mono<String> show(Region region, @PathVariable UUID order, Model model) {
        return orders.find(region, new OrderId(order))
                .switchIfEmpty(Mono.error(() -> refused(new OrderUnknown())))
                .flatMap(found -> show(region, found, model))
                .thenReturn("coordination/order-change");
    }

    private Mono<Void> show(Region region, Order order, Model model) {
        model.addAttribute("code", order.spokenCode().spaced());
        model.addAttribute("name", order.customer().name());
        model.addAttribute("person", "/leitstelle/personen/" + order.id());
        model.addAttribute("self", "/leitstelle/bestellungen/" + order.id());
        model.addAttribute("dayText", GermanDays.day(order.marketDay(), timetable.today(region)));
        model.addAttribute("over", ChangeRules.isOver(order));
        model.addAttribute("lines", order.lines().stream().map(OrderChangeLine::of).toList());
        return requests.ofOrder(region, order.id())
                .map(request -> OrderRequestLine.of(request, region))
                .collectList()
                .doOnNext(lines -> model.addAttribute("requests", lines))
                .then();
    }

    @PostMapping("/stornieren")
    @Requires(Permission.ORDER_TAKE_BY_PHONE)
    Mono<String> cancel(Region region, Visitor visitor, @PathVariable UUID order) {
        return changes.cancel(region, new OrderId(order), visitor.name())
                .map(result -> after(region, order, result));
    }

    /** The form has one field per line: {@code menge-1=3}. */
    @PostMapping("/aendern")
    @Requires(Permission.ORDER_TAKE_BY_PHONE)
    Mono<String> change(
            Region region, Visitor visitor, @PathVariable UUID order, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(
                        form ->
                                changes.change(
                                        region, new OrderId(order), amounts(form), visitor.name()))
                .map(result -> after(region, order, result));
    }

    private static Map<Integer, Long> amounts(MultiValueMap<String, String> form) {
        Map<Integer, Long> wanted = new HashMap<>();
        form.forEach(
                (name, values) -> {
                    if (name.matches(AMOUNT + "\\d{1,3}")
                            && values.getFirst().matches("\\d{1,7}")) {
                        wanted.put(
                                Integer.parseInt(name.substring(AMOUNT.length())),
                                Long.parseLong(values.getFirst()));
                    }
                });
        return wanted;
    }

    private static String after(Region region, UUID order, ChangeResult result) {
        return switch (result) {
            case ChangeResult.Done _, ChangeResult.Asked _ ->
                    "redirect:/r/" + region.slug() + "/leitstelle/bestellungen/" + order;
            case ChangeResult.Refused why -> throw refused(why);
        };
    }

    private static RejectedException refused(de.mobilermarktplatz.platform.problem.Rejection why) {
        return new RejectedException(
                why, why instanceof OrderUnknown ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT);
    }
}
