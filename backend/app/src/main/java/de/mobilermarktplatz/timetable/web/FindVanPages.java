package de.mobilermarktplatz.timetable.web;

import de.mobilermarktplatz.platform.problem.RejectedException;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.region.Places;
import de.mobilermarktplatz.timetable.NextCall;
import de.mobilermarktplatz.timetable.Target;
import de.mobilermarktplatz.timetable.Timetable;
import de.mobilermarktplatz.timetable.UnknownPlace;
import de.mobilermarktplatz.timetable.domain.CallSentence;
import de.mobilermarktplatz.timetable.domain.NameSearch;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** "When does the van come to me?": the first page of the shop. */
@Controller
class FindVanPages {

    private static final String PAGE = "timetable/find-van";

    private final Timetable timetable;
    private final Places places;

    FindVanPages(Timetable timetable, Places places) {
        this.timetable = timetable;
        this.places = places;
    }

    @GetMapping("/r/{regionSlug}")
    @Requires(Permission.SHOP_BROWSE)
    String withoutSlash(Region region) {
        return "redirect:/r/" + region.slug() + "/";
    }

    /**
     * @param ort village, street or postcode as somebody typed it
     * @param platz key of a place picked from a list
     * @param halt code of a stop picked from a list
     */
    @GetMapping("/r/{regionSlug}/")
    @Requires(Permission.SHOP_BROWSE)
    Mono<String> find(
            Region region,
            Model model,
            @RequestParam(required = false) @Nullable String ort,
            @RequestParam(required = false) @Nullable String platz,
            @RequestParam(required = false) @Nullable String halt) {
        model.addAttribute("query", ort == null ? "" : ort);
        model.addAttribute("maxLength", NameSearch.MAX_QUERY_LENGTH);
        Mono<String> page =
                platz != null
                        ? place(region, platz, model)
                        : halt != null
                                ? stop(region, halt, model)
                                : ort == null || ort.isBlank()
                                        ? Mono.just(PAGE)
                                        : search(region, ort, model);
        return page.flatMap(view -> soonest(region, model).thenReturn(view));
    }

    private Mono<String> place(Region region, String key, Model model) {
        return places.byKey(region, key)
                .switchIfEmpty(Mono.error(() -> unknown(key)))
                .flatMap(place -> answer(region, new Target.AtPlace(place), model));
    }

    private Mono<String> stop(Region region, String code, Model model) {
        return timetable
                .stops(region)
                .filter(stop -> stop.code().equals(code))
                .next()
                .switchIfEmpty(Mono.error(() -> unknown(code)))
                .flatMap(stop -> answer(region, new Target.AtStop(stop), model));
    }

    private Mono<String> search(Region region, String query, Model model) {
        return timetable
                .find(region, query)
                .flatMap(
                        found ->
                                switch (found.size()) {
                                    case 0 -> nothing(model);
                                    case 1 -> answer(region, found.getFirst(), model);
                                    default -> choose(found, model);
                                });
    }

    private static Mono<String> nothing(Model model) {
        model.addAttribute("nothing", true);
        return Mono.just(PAGE);
    }

    private static Mono<String> choose(List<Target> found, Model model) {
        model.addAttribute("choices", found.stream().map(Choice::of).toList());
        return Mono.just(PAGE);
    }

    private Mono<String> answer(Region region, Target target, Model model) {
        LocalDate today = timetable.today(region);
        String asked =
                switch (target) {
                    case Target.AtPlace at -> at.place().name();
                    case Target.AtStop at -> at.stop().spokenName();
                };
        model.addAttribute("asked", asked);
        return timetable
                .nextCalls(region, target)
                .collectList()
                .doOnNext(calls -> show(region, calls, asked, today, model))
                .thenReturn(PAGE);
    }

    private static void show(
            Region region, List<NextCall> calls, String asked, LocalDate today, Model model) {
        Function<NextCall, CallLine> line = next -> CallLine.of(region, next, today);
        if (calls.isEmpty()) {
            model.addAttribute("noCall", true);
            return;
        }
        model.addAttribute("sentence", CallSentence.of(calls.getFirst(), asked, today));
        model.addAttribute("first", line.apply(calls.getFirst()));
        model.addAttribute("others", calls.stream().skip(1).map(line).toList());
    }

    /**
     * What everybody sees below: the soonest calls of the whole region, and names to complete the
     * typing.
     */
    private Mono<Void> soonest(Region region, Model model) {
        LocalDate today = timetable.today(region);
        return timetable
                .soonestCalls(region)
                .map(next -> CallLine.of(region, next, today))
                .collectList()
                .doOnNext(lines -> model.addAttribute("soonest", lines))
                .then(places.all(region).map(place -> place.name()).distinct().collectList())
                .doOnNext(names -> model.addAttribute("placeNames", names))
                .then();
    }

    private static RejectedException unknown(String asked) {
        return new RejectedException(new UnknownPlace(asked), HttpStatus.NOT_FOUND);
    }
}
