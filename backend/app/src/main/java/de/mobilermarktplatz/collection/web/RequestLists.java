package de.mobilermarktplatz.collection.web;

import de.mobilermarktplatz.catalogue.Producer;
import de.mobilermarktplatz.catalogue.Producers;
import de.mobilermarktplatz.collection.ProducerRequest;
import de.mobilermarktplatz.collection.ProducerRequests;
import de.mobilermarktplatz.collection.RequestLinks;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.platform.security.Visitor;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where all requests stand: a producer's own, and everybody's for the desk. */
@Controller
@RequestMapping("/r/{regionSlug}")
class RequestLists {

    private static final int DAYS_BACK = 7;

    /** Within both, the order of days stays. */
    private static final Comparator<RequestView> WAITING_FIRST =
            Comparator.comparing(request -> !request.open());

    private final ProducerRequests requests;
    private final Producers producers;
    private final RequestLinks links;
    private final InstantSource clock;

    RequestLists(
            ProducerRequests requests,
            Producers producers,
            RequestLinks links,
            InstantSource clock) {
        this.requests = requests;
        this.producers = producers;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping("/erzeuger/anforderungen")
    @Requires(Permission.CATALOGUE_READ_OWN)
    Mono<String> own(Region region, Visitor visitor, Model model) {
        return list(
                region,
                requests.ofProducer(region, visitor.ownProducer(), from(region)),
                true,
                "Ihre Anforderungen",
                model);
    }

    /** The desk answers for a producer who calls; who may only read gets no links. */
    @GetMapping("/leitstelle/anforderungen")
    @Requires(Permission.DESK_READ)
    Mono<String> all(Region region, Visitor visitor, Model model) {
        return list(
                region,
                requests.from(region, from(region)),
                visitor.may(Permission.ORDER_TAKE_BY_PHONE),
                "Anforderungen an Erzeuger",
                model);
    }

    private Mono<String> list(
            Region region,
            Flux<ProducerRequest> some,
            boolean withLinks,
            String title,
            Model model) {
        Instant now = clock.instant();
        return Mono.zip(
                        some.collectList(),
                        producers.all(region).collectMap(Producer::id, Producer::name))
                .map(
                        known -> {
                            model.addAttribute("title", title);
                            model.addAttribute(
                                    "requests",
                                    known.getT1().stream()
                                            .map(
                                                    request ->
                                                            view(
                                                                    region,
                                                                    request,
                                                                    known.getT2(),
                                                                    withLinks,
                                                                    now))
                                            .sorted(WAITING_FIRST)
                                            .toList());
                            model.addAttribute(
                                    "overdue",
                                    known.getT1().stream()
                                            .filter(
                                                    request ->
                                                            request.state(now)
                                                                    == ProducerRequest.State
                                                                            .OVERDUE)
                                            .count());
                            return "collection/requests";
                        });
    }

    private RequestView view(
            Region region,
            ProducerRequest request,
            Map<ProducerId, String> names,
            boolean withLink,
            Instant now) {
        return RequestView.of(
                request,
                names.getOrDefault(request.producer(), ""),
                withLink ? links.path(region, request.id()) : "",
                region.zone(),
                now);
    }

    private LocalDate from(Region region) {
        return LocalDate.ofInstant(clock.instant(), region.zone()).minusDays(DAYS_BACK);
    }
}
