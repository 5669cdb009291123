package de.mobilermarktplatz.catalogue;

import de.mobilermarktplatz.catalogue.domain.CatalogueDiff;
import de.mobilermarktplatz.catalogue.domain.CatalogueFile;
import de.mobilermarktplatz.catalogue.domain.CurrentArticle;
import de.mobilermarktplatz.catalogue.domain.VatTerms;
import de.mobilermarktplatz.catalogue.store.ProducerStore;
import de.mobilermarktplatz.catalogue.store.ProductStore;
import de.mobilermarktplatz.catalogue.store.UploadStore;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.region.Rates;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A producer's file: dry run first, then everything or nothing. */
@Service
public class Uploads {

    private final ProducerStore producers;
    private final ProductStore products;
    private final UploadStore uploads;
    private final Offers offers;
    private final Rates rates;
    private final TransactionalOperator tx;
    private final Scheduler threads;
    private final UuidV7 ids;
    private final InstantSource clock;

    Uploads(
            ProducerStore producers,
            ProductStore products,
            UploadStore uploads,
            Offers offers,
            Rates rates,
            TransactionalOperator tx,
            Scheduler uploadThreads,
            UuidV7 ids,
            InstantSource clock) {
        this.producers = producers;
        this.products = products;
        this.uploads = uploads;
        this.offers = offers;
        this.rates = rates;
        this.tx = tx;
        this.threads = uploadThreads;
        this.ids = ids;
        this.clock = clock;
    }

    private record Checked(Producer producer, long version, CatalogueFile.Result result) {}

    /** Reads the file and says what it would do. It is kept only when it could be applied. */
    public Mono<UploadReport> check(
            Region region, ProducerId producer, String fileName, byte[] content) {
        return read(region, producer, content)
                .flatMap(
                        checked ->
                                checked.result() instanceof CatalogueFile.Checked found
                                                && found.applicable()
                                        ? keep(region, producer, fileName, content, checked)
                                        : Mono.just(
                                                new UploadReport(
                                                        null, fileName, checked.result(), false)));
    }

    private Mono<UploadReport> keep(
            Region region, ProducerId producer, String fileName, byte[] content, Checked checked) {
        UploadStore.Upload upload =
                new UploadStore.Upload(
                        new UploadId(ids.next()), fileName, content, checked.version(), false);
        return uploads.insert(region.id(), producer, upload, sha256(content), clock.instant())
                .thenReturn(new UploadReport(upload.id(), fileName, checked.result(), false));
    }

    /**
     * The dry run of a kept file against the catalogue as it is now; empty when there is no such
     * file.
     */
    public Mono<UploadReport> find(Region region, ProducerId producer, UploadId id) {
        return uploads.find(region.id(), producer, id)
                .flatMap(
                        upload ->
                                read(region, producer, upload.content())
                                        .flatMap(
                                                checked ->
                                                        uploads.seen(
                                                                        region.id(),
                                                                        id,
                                                                        checked.version())
                                                                .thenReturn(
                                                                        new UploadReport(
                                                                                id,
                                                                                upload.fileName(),
                                                                                checked.result(),
                                                                                upload
                                                                                        .applied()))));
    }

    /**
     * Takes a kept file over: articles and offers in one transaction. The second call changes
     * nothing.
     */
    public Mono<ApplyResult> apply(Region region, ProducerId producer, UploadId id) {
        return uploads.find(region.id(), producer, id)
                .flatMap(
                        upload ->
                                upload.applied()
                                        ? Mono.<ApplyResult>just(new ApplyResult.Already())
                                        : read(region, producer, upload.content())
                                                .flatMap(checked -> apply(region, upload, checked)))
                .defaultIfEmpty(new ApplyResult.Unknown());
    }

    private Mono<ApplyResult> apply(Region region, UploadStore.Upload upload, Checked checked) {
        boolean same = checked.version() == upload.seenVersion();
        if (same && checked.result() instanceof CatalogueFile.Checked found && found.applicable()) {
            return tx.transactional(write(region, upload, checked, found.diff()));
        }
        return Mono.just(new ApplyResult.ChangedMeanwhile());
    }

    private Mono<ApplyResult> write(
            Region region, UploadStore.Upload upload, Checked checked, CatalogueDiff diff) {
        ProducerId producer = checked.producer().id();
        Mono<ApplyResult> work =
                uploads.applied(region.id(), upload.id(), diff, clock.instant())
                        .flatMap(
                                first ->
                                        first
                                                ? change(region, checked.producer(), diff)
                                                : Mono.just(new ApplyResult.Already()));
        if (diff.nothingToDo()) {
            return work;
        }
        return producers
                .nextVersion(region.id(), producer, checked.version())
                .flatMap(mine -> mine ? work : Mono.just(new ApplyResult.ChangedMeanwhile()));
    }

    private Mono<ApplyResult> change(Region region, Producer producer, CatalogueDiff diff) {
        Map<ProductId, Article> stated = new LinkedHashMap<>();
        for (Article article : diff.added()) {
            var _ = stated.put(new ProductId(ids.next()), article);
        }
        for (CatalogueDiff.Change change : diff.changed()) {
            var _ = stated.put(change.before().id(), change.after());
        }
        List<ProductId> missing = diff.missing().stream().map(CurrentArticle::id).toList();
        List<Product> touched = new ArrayList<>();
        stated.forEach(
                (id, article) -> touched.add(new Product(id, producer.id(), article, false)));
        for (CurrentArticle gone : diff.missing()) {
            touched.add(new Product(gone.id(), producer.id(), gone.article(), true));
        }
        return products.put(region.id(), producer.id(), stated, clock.instant())
                .then(products.pause(region.id(), missing, clock.instant()))
                .then(offers.follow(region, producer, touched))
                .thenReturn(
                        new ApplyResult.Applied(
                                diff.added().size(),
                                diff.changed().size(),
                                diff.same().size(),
                                missing.size()));
    }

    private Mono<Checked> read(Region region, ProducerId id, byte[] content) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), region.zone());
        // The version first: what changes between the two reads is found when the file is applied.
        return producers
                .catalogueVersion(region.id(), id)
                .flatMap(
                        version ->
                                Mono.zip(
                                                producers.byId(region.id(), id),
                                                products.ofProducer(region.id(), id)
                                                        .map(Uploads::current)
                                                        .collectList(),
                                                rates.vatRates(region))
                                        .publishOn(threads)
                                        .map(
                                                parts ->
                                                        new Checked(
                                                                parts.getT1(),
                                                                version,
                                                                CatalogueFile.check(
                                                                        content,
                                                                        parts.getT2(),
                                                                        new VatTerms(
                                                                                parts.getT1()
                                                                                        .saleModel(),
                                                                                parts.getT1()
                                                                                        .taxStatus(),
                                                                                parts.getT3(),
                                                                                today)))));
    }

    private static CurrentArticle current(Product product) {
        return new CurrentArticle(product.id(), product.article(), product.paused());
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
