package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.platform.MarktplatzProperties;
import de.mobilermarktplatz.platform.jobs.RegionJob;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.VerifiedBackup;
import de.mobilermarktplatz.sync.domain.VerifiedBackup.Mark;
import de.mobilermarktplatz.sync.store.DurableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Notices that a backup was made and read back, and lets the journals' durable marks follow: only
 * then may a tablet forget. The backup script leaves a note in the data folder rather than writing
 * into the database, because its role may not write anything.
 */
@Component
class VerifiedBackups implements RegionJob {

    /** Where {@code infra/backup/backup.sh} puts its note. */
    static final String NOTE = "verified-backup.tsv";

    /** Some 30,000 journals; whatever is longer is not our note. */
    private static final long MOST_BYTES = 4 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(VerifiedBackups.class);

    private final Path note;
    private final DurableStore store;
    private final InstantSource clock;
    private final TransactionalOperator tx;

    VerifiedBackups(
            MarktplatzProperties properties,
            DurableStore store,
            InstantSource clock,
            TransactionalOperator tx) {
        this.note = properties.data().resolve(NOTE);
        this.store = store;
        this.clock = clock;
        this.tx = tx;
    }

    @Override
    public String name() {
        return "sync.verified-backups";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Mono<Void> run(Region region) {
        return Mono.fromCallable(this::read)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(Mono::justOrEmpty)
                .flatMap(backup -> tx.transactional(take(region, backup)));
    }

    private Mono<Void> take(Region region, VerifiedBackup backup) {
        List<Mark> marks = backup.of(region.id()).stream().filter(mark -> mark.seq() > 0).toList();
        long entries = marks.stream().mapToLong(Mark::seq).sum();
        return store.raise(region, marks)
                .flatMap(raised -> store.note(region, backup, entries, clock.instant()));
    }

    /** A note that cannot be read says nothing; the marks stay where they are. */
    private Optional<VerifiedBackup> read() throws IOException {
        if (!Files.isRegularFile(note)) {
            return Optional.empty();
        }
        try {
            if (Files.size(note) > MOST_BYTES) {
                throw new IllegalArgumentException("it is longer than " + MOST_BYTES + " bytes");
            }
            return Optional.of(VerifiedBackup.parse(Files.readAllLines(note)));
        } catch (IllegalArgumentException damaged) {
            LOG.warn(
                    "The note {} is not one of backup.sh: {}. Maybe it was cut off.",
                    note,
                    damaged.getMessage());
            return Optional.empty();
        }
    }
}
