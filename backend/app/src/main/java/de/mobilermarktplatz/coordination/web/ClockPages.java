package de.mobilermarktplatz.coordination.web;

import de.mobilermarktplatz.coordination.domain.ClockTarget;
import de.mobilermarktplatz.coordination.store.SinceThenView;
import de.mobilermarktplatz.platform.MarktplatzProperties;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** "Uhr vorstellen": a market day in ten minutes. DEMO only; elsewhere there is no such page. */
@Controller
@RequestMapping("/r/{regionSlug}/leitstelle/uhr")
class ClockPages {

    /** So long after a jump the page looks again by itself for what the jobs still do. */
    private static final Duration SETTLING = Duration.ofSeconds(6);

    private static final String SECONDS_TO_RELOAD = "2";

    private final DemoClock demo;
    private final SinceThenView happened;
    private final MarktplatzProperties properties;
    private final InstantSource clock;

    ClockPages(
            DemoClock demo,
            SinceThenView happened,
            MarktplatzProperties properties,
            InstantSource clock) {
        this.demo = demo;
        this.happened = happened;
        this.properties = properties;
        this.clock = clock;
    }

    record Jump(@Nullable String ziel, @Nullable String datum, @Nullable String zeit) {

        /** Date and time of one's own; empty when they are none. */
        Optional<Instant> own(Region region) {
            try {
                return Optional.of(
                        LocalDate.parse(datum == null ? "" : datum)
                                .atTime(LocalTime.parse(zeit == null ? "" : zeit))
                                .atZone(region.zone())
                                .toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    @GetMapping
    @Requires(Permission.CLOCK_MOVE)
    Mono<String> show(
            Region region,
            @RequestParam(required = false) @Nullable Long seit,
            Model model,
            ServerHttpResponse response) {
        return demoOnly()
                .then(
                        Mono.defer(
                                () ->
                                        seit == null
                                                ? Mono.empty()
                                                : since(region, seit, model, response)))
                .then(Mono.defer(() -> page(region, model)));
    }

    @PostMapping
    @Requires(Permission.CLOCK_MOVE)
    Mono<String> jump(
            Region region, @ModelAttribute Jump wish, Model model, ServerHttpResponse response) {
        return demoOnly()
                .then(Mono.defer(() -> demo.targets(region)))
                .flatMap(
                        targets ->
                                target(wish, targets, region)
                                        .filter(demo::mayJumpTo)
                                        .map(at -> jump(region, at))
                                        .orElseGet(() -> refused(region, model, response)));
    }

    private Mono<String> jump(Region region, Instant at) {
        return demo.jump(region, at)
                .thenReturn(
                        "redirect:/r/"
                                + region.slug()
                                + "/leitstelle/uhr?seit="
                                + at.getEpochSecond());
    }

    private static Optional<Instant> target(
            Jump wish, Map<String, ClockTarget> targets, Region region) {
        ClockTarget known = targets.get(wish.ziel() == null ? "" : wish.ziel());
        return known == null ? wish.own(region) : Optional.of(known.at());
    }

    private Mono<String> refused(Region region, Model model, ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.BAD_REQUEST);
        model.addAttribute("refused", true);
        return page(region, model);
    }

    private Mono<String> page(Region region, Model model) {
        return demo.targets(region)
                .doOnNext(
                        targets -> {
                            Instant now = clock.instant();
                            model.addAttribute("now", ClockWords.moment(now, region));
                            model.addAttribute(
                                    "today", LocalDate.ofInstant(now, region.zone()).toString());
                            model.addAttribute("buttons", ClockWords.buttons(targets, region, now));
                        })
                .thenReturn("coordination/clock");
    }

    private Mono<Void> since(
            Region region, long seconds, Model model, ServerHttpResponse response) {
        Instant since = Instant.ofEpochSecond(Math.clamp(seconds, 0, Integer.MAX_VALUE));
        Instant now = clock.instant();
        if (!now.isBefore(since) && now.isBefore(since.plus(SETTLING))) {
            response.getHeaders().set("Refresh", SECONDS_TO_RELOAD);
        }
        return happened.since(region, since)
                .doOnNext(
                        what -> {
                            List<String> words = ClockWords.happened(what);
                            model.addAttribute("happened", words);
                        })
                .then();
    }

    private Mono<Void> demoOnly() {
        return properties.demo()
                ? Mono.empty()
                : Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
