package de.mobilermarktplatz.catalogue.web;

import de.mobilermarktplatz.catalogue.Offers;
import de.mobilermarktplatz.catalogue.Producer;
import de.mobilermarktplatz.catalogue.Producers;
import de.mobilermarktplatz.catalogue.Products;
import de.mobilermarktplatz.catalogue.domain.Template;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.platform.security.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** A producer's own page: the next market days, the own articles, and the way to send a file. */
@Controller
@RequestMapping("/r/{regionSlug}/erzeuger")
class ProducerPages {

    private static final int DAYS_SHOWN = 6;
    private static final int ARTICLES_SHOWN = 500;

    private final Producers producers;
    private final Products products;
    private final Offers offers;
    private final InstantSource clock;

    ProducerPages(Producers producers, Products products, Offers offers, InstantSource clock) {
        this.producers = producers;
        this.products = products;
        this.offers = offers;
        this.clock = clock;
    }

    @GetMapping
    @Requires(Permission.CATALOGUE_READ_OWN)
    Mono<String> overview(
            Region region,
            Visitor visitor,
            @RequestParam(required = false) @Nullable String fertig,
            Model model) {
        return producers
                .byId(region, visitor.ownProducer())
                .flatMap(
                        producer ->
                                Mono.zip(
                                                days(region, producer),
                                                products.ofProducer(region, producer.id())
                                                        .take(ARTICLES_SHOWN)
                                                        .map(ArticleLine::of)
                                                        .collectList())
                                        .map(
                                                parts -> {
                                                    model.addAttribute("producer", producer);
                                                    model.addAttribute("days", parts.getT1());
                                                    model.addAttribute("articles", parts.getT2());
                                                    model.addAttribute("limit", ARTICLES_SHOWN);
                                                    model.addAttribute("done", Notice.of(fertig));
                                                    return "catalogue/producer";
                                                }));
    }

    private Mono<List<DayLine>> days(Region region, Producer producer) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), region.zone());
        return offers.openDays(region, today)
                .take(DAYS_SHOWN)
                .map(day -> DayLine.of(producer, day, region.zone(), clock.instant()))
                .collectList();
    }

    @GetMapping("/vorlage.csv")
    @Requires(Permission.CATALOGUE_READ_OWN)
    ResponseEntity<byte[]> template() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"vorlage.csv\"")
                .body(Template.csv().getBytes(StandardCharsets.UTF_8));
    }
}
