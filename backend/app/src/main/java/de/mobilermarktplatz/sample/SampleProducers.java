package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.catalogue.ApplyResult;
import de.mobilermarktplatz.catalogue.Producer;
import de.mobilermarktplatz.catalogue.Producers;
import de.mobilermarktplatz.catalogue.Products;
import de.mobilermarktplatz.catalogue.SaleModel;
import de.mobilermarktplatz.catalogue.TaxStatus;
import de.mobilermarktplatz.catalogue.UploadReport;
import de.mobilermarktplatz.catalogue.Uploads;
import de.mobilermarktplatz.identity.People;
import de.mobilermarktplatz.identity.Person;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.region.Region;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Invented farms; their catalogues are files that go through the same upload as everybody's. */
@Component
class SampleProducers {

    private static final int AT_ONCE = 4;

    private final Producers producers;
    private final Products products;
    private final Uploads uploads;
    private final People people;
    private final UuidV7 ids;

    SampleProducers(
            Producers producers, Products products, Uploads uploads, People people, UuidV7 ids) {
        this.producers = producers;
        this.products = products;
        this.uploads = uploads;
        this.people = people;
        this.ids = ids;
    }

    Mono<Void> load(Region region, CountyFolder folder) {
        return producers
                .all(region)
                .collectMap(Producer::name, Producer::id)
                .flatMap(
                        known ->
                                Flux.fromIterable(folder.rows("producers.csv"))
                                        .flatMap(row -> load(region, folder, row, known), AT_ONCE)
                                        .then());
    }

    /** The first producer's user, whose page the start prints. */
    Mono<Person> firstUser(Region region, CountyFolder folder) {
        String name = folder.rows("producers.csv").getFirst().getField("name");
        return producers
                .all(region)
                .filter(producer -> producer.name().equals(name))
                .next()
                .flatMap(producer -> people.ofProducer(region, producer.id()));
    }

    private Mono<Void> load(
            Region region, CountyFolder folder, NamedCsvRecord row, Map<String, ProducerId> known) {
        ProducerId there = known.get(row.getField("name"));
        ProducerId id = there == null ? new ProducerId(ids.next()) : there;
        Mono<Void> added = there == null ? producers.add(region, producer(id, row)) : Mono.empty();
        return added.then(Mono.defer(() -> user(region, id, row.getField("contact"))))
                .then(Mono.defer(() -> catalogue(region, folder, id, row.getField("file"))));
    }

    private Mono<Void> user(Region region, ProducerId producer, String name) {
        return people.ofProducer(region, producer)
                .switchIfEmpty(Mono.defer(() -> people.addProducerUser(region, name, producer)))
                .then();
    }

    /** Once only: what somebody changed while trying things out stays changed. */
    private Mono<Void> catalogue(
            Region region, CountyFolder folder, ProducerId producer, String file) {
        return products.ofProducer(region, producer)
                .hasElements()
                .flatMap(
                        there ->
                                there
                                        ? Mono.<Void>empty()
                                        : upload(region, folder, producer, file));
    }

    private Mono<Void> upload(
            Region region, CountyFolder folder, ProducerId producer, String file) {
        return uploads.check(region, producer, file, folder.bytes("catalogues/" + file))
                .flatMap(report -> apply(region, producer, report))
                .then();
    }

    private Mono<ApplyResult> apply(Region region, ProducerId producer, UploadReport report) {
        if (report.id() == null) {
            return Mono.error(
                    new IllegalStateException(
                            "sample file %s was refused: %s"
                                    .formatted(report.fileName(), report.result())));
        }
        return uploads.apply(region, producer, report.id());
    }

    private static Producer producer(ProducerId id, NamedCsvRecord row) {
        return new Producer(
                id,
                row.getField("name"),
                row.getField("email"),
                row.getField("phone"),
                new Producer.Address(
                        row.getField("street"), row.getField("postcode"), row.getField("place")),
                CountyFolder.point(row),
                Integer.parseInt(row.getField("cutoffDays")),
                LocalTime.parse(row.getField("cutoffTime")),
                LocalTime.parse(row.getField("pickupFrom")),
                LocalTime.parse(row.getField("pickupTo")),
                Integer.parseInt(row.getField("pickupMinutes")) * 60,
                SaleModel.COMMISSION,
                TaxStatus.valueOf(row.getField("tax")));
    }
}
