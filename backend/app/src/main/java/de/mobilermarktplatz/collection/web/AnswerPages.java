package de.mobilermarktplatz.collection.web;

import de.mobilermarktplatz.catalogue.Producers;
import de.mobilermarktplatz.collection.ProducerRequest;
import de.mobilermarktplatz.collection.ProducerRequests;
import de.mobilermarktplatz.collection.RequestAnswers;
import de.mobilermarktplatz.collection.RequestLinks;
import de.mobilermarktplatz.collection.domain.GermanTimes;
import de.mobilermarktplatz.platform.problem.RejectedException;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.platform.security.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A producer answers a request by the link in the mail, without signing in. */
@Controller
@RequestMapping("/r/{regionSlug}/anforderung/{token}")
class AnswerPages {

    private final ProducerRequests requests;
    private final RequestAnswers answers;
    private final RequestLinks links;
    private final Producers producers;
    private final InstantSource clock;

    AnswerPages(
            ProducerRequests requests,
            RequestAnswers answers,
            RequestLinks links,
            Producers producers,
            InstantSource clock) {
        this.requests = requests;
        this.answers = answers;
        this.links = links;
        this.producers = producers;
        this.clock = clock;
    }

    @GetMapping
    @Requires(Permission.REQUEST_ANSWER)
    Mono<String> show(Region region, @PathVariable String token, Model model) {
        return request(region, token)
                .flatMap(request -> page(region, request, token, List.of(), model));
    }

    @PostMapping("/alles")
    @Requires(Permission.REQUEST_ANSWER)
    Mono<String> confirmAll(Region region, @PathVariable String token, Visitor visitor) {
        return request(region, token)
                .flatMap(
                        request -> answer(region, request, AnswerForm.everything(request), visitor))
                .thenReturn(back(region, token));
    }

    @PostMapping("/kuerzen")
    @Requires(Permission.REQUEST_ANSWER)
    Mono<String> cut(
            Region region,
            @PathVariable String token,
            Visitor visitor,
            ServerWebExchange exchange,
            Model model) {
        return Mono.zip(request(region, token), exchange.getFormData())
                .flatMap(
                        given -> {
                            ProducerRequest request = given.getT1();
                            AnswerForm form = AnswerForm.of(request, given.getT2());
                            if (!form.mistakes().isEmpty()) {
                                exchange.getResponse()
                                        .setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
                                return page(region, request, token, form.mistakes(), model);
                            }
                            return answer(region, request, form, visitor)
                                    .thenReturn(back(region, token));
                        });
    }

    @GetMapping("/datei.csv")
    @Requires(Permission.REQUEST_ANSWER)
    Mono<ResponseEntity<byte[]>> csv(Region region, @PathVariable String token) {
        return request(region, token)
                .map(
                        request ->
                                ResponseEntity.ok()
                                        .contentType(
                                                new MediaType(
                                                        "text", "csv", StandardCharsets.UTF_8))
                                        .header(
                                                HttpHeaders.CONTENT_DISPOSITION,
                                                "attachment; filename=\"anforderung-%d.csv\""
                                                        .formatted(request.number()))
                                        .body(
                                                RequestCsv.of(request)
                                                        .getBytes(StandardCharsets.UTF_8)));
    }

    /** Whatever comes back, the page then shows where the request stands. */
    private Mono<Void> answer(
            Region region, ProducerRequest request, AnswerForm form, Visitor visitor) {
        String by = visitor.signedIn() ? visitor.name() : "Link aus der Nachricht";
        return answers.answer(region, request.id(), form.confirmed(), by).then();
    }

    private Mono<String> page(
            Region region,
            ProducerRequest request,
            String token,
            List<String> mistakes,
            Model model) {
        return producers
                .byId(region, request.producer())
                .map(
                        producer -> {
                            model.addAttribute(
                                    "request",
                                    RequestView.of(
                                            request,
                                            producer.name(),
                                            "/r/" + region.slug() + "/anforderung/" + token,
                                            region.zone(),
                                            clock.instant()));
                            model.addAttribute("mistakes", mistakes);
                            model.addAttribute(
                                    "pickup",
                                    GermanTimes.window(producer.pickupFrom(), producer.pickupTo()));
                            return "collection/answer";
                        });
    }

    private Mono<ProducerRequest> request(Region region, String token) {
        return Mono.justOrEmpty(links.verify(region, token))
                .flatMap(id -> requests.find(region, id))
                .switchIfEmpty(
                        Mono.error(
                                () -> new RejectedException(new LinkExpired(), HttpStatus.GONE)));
    }

    private static String back(Region region, String token) {
        return "redirect:/r/" + region.slug() + "/anforderung/" + token;
    }
}
