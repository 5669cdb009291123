package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.catalogue.Producer;
import de.mobilermarktplatz.catalogue.Producers;
import de.mobilermarktplatz.collection.ProducerRequest;
import de.mobilermarktplatz.collection.ProducerRequests;
import de.mobilermarktplatz.collection.RequestAnswers;
import de.mobilermarktplatz.collection.RequestLine;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.platform.region.Region;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What happens between the last order and the planning: requests go out, producers answer. */
@Component
class SampleAnswers {

    private final Orders orders;
    private final Producers producers;
    private final ProducerRequests requests;
    private final RequestAnswers answers;

    SampleAnswers(
            Orders orders, Producers producers, ProducerRequests requests, RequestAnswers answers) {
        this.orders = orders;
        this.producers = producers;
        this.requests = requests;
        this.answers = answers;
    }

    /** Asks every producer whose cut-off has passed. */
    Mono<Void> ask(Region region) {
        return orders.expireLeases(region).then(requests.makeDue(region)).then();
    }

    /** Everybody who is asked for the day answers. */
    Mono<Void> everybody(Region region, CountyFolder folder, LocalDate day) {
        return answer(region, folder, day, false);
    }

    /** Those answer who always do so at once; the others let the desk wait. */
    Mono<Void> theQuick(Region region, CountyFolder folder, LocalDate day) {
        return answer(region, folder, day, true);
    }

    private Mono<Void> answer(
            Region region, CountyFolder folder, LocalDate day, boolean onlyTheQuick) {
        Set<String> quick = names(folder, "quick");
        Set<String> cutting = names(folder, "cuts");
        return producers
                .all(region)
                .collectMap(Producer::id, Producer::name)
                .flatMapMany(
                        names ->
                                open(region, day)
                                        .filter(
                                                request ->
                                                        !onlyTheQuick
                                                                || quick.contains(
                                                                        name(names, request)))
                                        .concatMap(
                                                request ->
                                                        answer(
                                                                region,
                                                                request,
                                                                cutting.contains(
                                                                        name(names, request)),
                                                                name(names, request))))
                .then();
    }

    private Flux<ProducerRequest> open(Region region, LocalDate day) {
        return requests.from(region, day)
                .filter(request -> request.marketDay().equals(day) && request.answeredAt() == null)
                .collectList()
                .flatMapIterable(all -> all);
    }

    private Mono<Void> answer(Region region, ProducerRequest request, boolean cuts, String by) {
        RequestLine shortOf = mostWanted(request.lines());
        Map<Integer, Long> brought =
                request.lines().stream()
                        .collect(
                                Collectors.toMap(
                                        RequestLine::number,
                                        line ->
                                                cuts && line.equals(shortOf)
                                                        ? threeQuarters(line.requested())
                                                        : line.total()));
        return answers.answer(region, request.id(), brought, by).then();
    }

    private static long threeQuarters(long requested) {
        return requested - Math.ceilDiv(requested, 4);
    }

    private static RequestLine mostWanted(List<RequestLine> lines) {
        return lines.stream().max(Comparator.comparingLong(RequestLine::requested)).orElseThrow();
    }

    private static String name(Map<ProducerId, String> names, ProducerRequest request) {
        return names.getOrDefault(request.producer(), "");
    }

    private static Set<String> names(CountyFolder folder, String habit) {
        return folder.rows("producers.csv").stream()
                .filter(row -> List.of(row.getField("habits").split(" ")).contains(habit))
                .map((NamedCsvRecord row) -> row.getField("name"))
                .collect(Collectors.toSet());
    }
}
