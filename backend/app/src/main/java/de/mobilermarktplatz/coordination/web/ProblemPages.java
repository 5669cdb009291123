package de.mobilermarktplatz.coordination.web;

import de.mobilermarktplatz.coordination.domain.OpenProblem;
import de.mobilermarktplatz.coordination.domain.ProblemWords;
import de.mobilermarktplatz.coordination.domain.SettledProblem;
import de.mobilermarktplatz.coordination.store.ProblemsView;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.platform.security.Visitor;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import reactor.core.publisher.Mono;

/** What went wrong, what to do about it, and who did. */
@Controller
@RequestMapping("/r/{regionSlug}/leitstelle/probleme")
class ProblemPages {

    private static final int LONGEST_NOTE = 500;

    private final ProblemsView problems;
    private final InstantSource clock;

    ProblemPages(ProblemsView problems, InstantSource clock) {
        this.problems = problems;
        this.clock = clock;
    }

    /** What was done about one. */
    record SettledLine(String title, String note, String by, String at) {}

    record Settling(@Nullable String quelle, @Nullable String id, @Nullable String notiz) {

        Optional<OpenProblem.Source> source() {
            return Arrays.stream(OpenProblem.Source.values())
                    .filter(source -> source.settledByHand() && source.name().equals(quelle))
                    .findFirst();
        }

        Optional<UUID> subject() {
            try {
                return Optional.ofNullable(id).map(UUID::fromString);
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        String note() {
            return notiz == null ? "" : notiz.strip();
        }
    }

    @GetMapping
    @Requires(Permission.PROBLEM_READ)
    Mono<String> show(Region region, Visitor visitor, Model model) {
        return page(region, visitor, model, "", "");
    }

    @PostMapping("/erledigt")
    @Requires(Permission.PROBLEM_SETTLE)
    Mono<String> settle(
            Region region,
            Visitor visitor,
            @ModelAttribute Settling given,
            Model model,
            ServerHttpResponse response) {
        String note = given.note();
        if (note.isEmpty() || note.length() > LONGEST_NOTE) {
            response.setStatusCode(HttpStatus.BAD_REQUEST);
            return page(region, visitor, model, given.id() == null ? "" : given.id(), given.note());
        }
        return meant(region, given)
                .flatMap(
                        problem ->
                                problems.settle(
                                        region,
                                        problem.source(),
                                        problem.subject(),
                                        new SettledProblem(
                                                ProblemWords.of(problem).title(),
                                                note,
                                                visitor.name(),
                                                clock.instant())))
                .thenReturn("redirect:/r/" + region.slug() + "/leitstelle/probleme");
    }

    private Mono<OpenProblem> meant(Region region, Settling given) {
        return Mono.justOrEmpty(given.source())
                .zipWith(Mono.justOrEmpty(given.subject()))
                .flatMap(
                        meant ->
                                problems.find(
                                        region, meant.getT1(), meant.getT2(), clock.instant()));
    }

    /**
     * @param wrong id of the problem whose note cannot be kept; empty when all is well
     */
    private Mono<String> page(
            Region region, Visitor visitor, Model model, String wrong, String note) {
        model.addAttribute("maySettle", visitor.may(Permission.PROBLEM_SETTLE));
        model.addAttribute("wrong", wrong);
        model.addAttribute("note", note);
        model.addAttribute("longest", LONGEST_NOTE);
        model.addAttribute("most", ProblemsView.MOST);
        return Mono.zip(
                        problems.open(region, clock.instant())
                                .map(problem -> ProblemLine.of(problem, region))
                                .collectList(),
                        problems.settled(region)
                                .map(
                                        one ->
                                                new SettledLine(
                                                        one.title(),
                                                        one.note(),
                                                        one.by(),
                                                        Words.moment(one.at(), region)))
                                .collectList(),
                        problems.count(region, clock.instant()))
                .doOnNext(
                        known -> {
                            List<ProblemLine> open = known.getT1();
                            model.addAttribute("problems", open);
                            model.addAttribute("more", known.getT3() > open.size());
                            model.addAttribute("count", known.getT3());
                            model.addAttribute("settled", known.getT2());
                        })
                .thenReturn("coordination/problems");
    }
}
