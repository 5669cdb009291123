package de.mobilermarktplatz.ordering.web;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.ordering.EndReason;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLinks;
import de.mobilermarktplatz.ordering.OrderRequests;
import de.mobilermarktplatz.ordering.OrderUnknown;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.ordering.Orders.CancelResult;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.ordering.PickupCodes;
import de.mobilermarktplatz.ordering.domain.German;
import de.mobilermarktplatz.platform.page.QrSvg;
import de.mobilermarktplatz.platform.problem.RejectedException;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.timetable.Timetable;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import reactor.core.publisher.Mono;

/**
 * The customer's own page of an order, opened by its signed link: confirmation, code, state,
 * cancelling.
 */
@Controller
class OrderPages {

    private final Orders orders;
    private final OrderLinks links;
    private final PickupCodes codes;
    private final OrderRequests requests;
    private final Timetable timetable;
    private final InstantSource clock;

    OrderPages(
            Orders orders,
            OrderLinks links,
            PickupCodes codes,
            OrderRequests requests,
            Timetable timetable,
            InstantSource clock) {
        this.orders = orders;
        this.links = links;
        this.codes = codes;
        this.requests = requests;
        this.timetable = timetable;
        this.clock = clock;
    }

    @GetMapping("/r/{regionSlug}/bestellung/{order}")
    @Requires(Permission.ORDER_READ_OWN)
    Mono<String> page(
            Region region,
            @PathVariable String order,
            @RequestParam(required = false) @Nullable String t,
            @RequestParam(required = false) @Nullable String zuspaet,
            Model model) {
        return own(region, order, t)
                .flatMap(own -> show(region, own, zuspaet != null, model))
                .thenReturn("ordering/order");
    }

    @PostMapping("/r/{regionSlug}/bestellung/{order}/stornieren")
    @Requires(Permission.ORDER_CANCEL_OWN)
    Mono<String> cancel(
            Region region,
            @PathVariable String order,
            @RequestParam(required = false) @Nullable String t) {
        return own(region, order, t)
                .flatMap(
                        own ->
                                orders.cancel(region, own.id(), EndReason.CUSTOMER)
                                        .map(
                                                result ->
                                                        "redirect:"
                                                                + links.page(region, own.id())
                                                                + (result == CancelResult.TOO_LATE
                                                                        ? "&zuspaet=1"
                                                                        : "")));
    }

    @GetMapping("/r/{regionSlug}/bestellung/{order}/termin.ics")
    @Requires(Permission.ORDER_READ_OWN)
    @ResponseBody
    Mono<ResponseEntity<String>> calendar(
            Region region,
            @PathVariable String order,
            @RequestParam(required = false) @Nullable String t) {
        return own(region, order, t)
                .flatMap(
                        own ->
                                timetable
                                        .call(region, own.call())
                                        .map(
                                                call ->
                                                        CalendarFile.of(
                                                                own.id(),
                                                                call,
                                                                region.zone(),
                                                                clock.instant())))
                .switchIfEmpty(Mono.error(OrderPages::unknown))
                .map(
                        file ->
                                ResponseEntity.ok()
                                        .contentType(
                                                MediaType.parseMediaType(
                                                        "text/calendar;charset=UTF-8"))
                                        .header(
                                                HttpHeaders.CONTENT_DISPOSITION,
                                                "attachment; filename=\"marktwagen.ics\"")
                                        .body(file));
    }

    private Mono<Order> own(Region region, String id, @Nullable String token) {
        OrderId order;
        try {
            order = OrderId.of(id);
        } catch (IllegalArgumentException e) {
            return Mono.error(unknown());
        }
        return links.opens(region, order, token)
                ? orders.find(region, order).switchIfEmpty(Mono.error(OrderPages::unknown))
                : Mono.error(unknown());
    }

    private Mono<Void> show(Region region, Order order, boolean tooLate, Model model) {
        Instant now = clock.instant();
        OrderPageView view = OrderPageView.of(region, order, now);
        String self = "/r/" + region.slug() + "/bestellung/" + order.id();
        model.addAttribute("order", view)
                .addAttribute("token", links.token(region, order.id()))
                .addAttribute("self", self)
                .addAttribute("payLink", links.payment(region, order.id()))
                .addAttribute("tooLate", tooLate);
        if (view.alive()) {
            model.addAttribute("qr", QrSvg.of(codes.text(region, order)));
            if (order.payBy() == PayBy.CARD) {
                model.addAttribute("accountLink", links.account(region, order.id()));
            }
        }
        Mono<Void> asked =
                requests.ofOrder(region, order.id())
                        .map(RequestWords::customer)
                        .collectList()
                        .doOnNext(words -> model.addAttribute("requests", words))
                        .then();
        return asked.then(timetable.call(region, order.call()))
                .doOnNext(
                        call ->
                                model.addAttribute("stop", call.stop().spokenName())
                                        .addAttribute(
                                                "when",
                                                German.when(
                                                        call,
                                                        now.atZone(region.zone()).toLocalDate())))
                .then();
    }

    private static RejectedException unknown() {
        return new RejectedException(new OrderUnknown(), HttpStatus.NOT_FOUND);
    }
}
