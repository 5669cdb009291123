package de.mobilermarktplatz.catalogue.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.catalogue.UploadId;
import de.mobilermarktplatz.catalogue.domain.CatalogueDiff;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.RegionId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code upload}. */
@Component
public class UploadStore {

    private final DatabaseClient db;

    UploadStore(DatabaseClient db) {
        this.db = db;
    }

    /**
     * A file between its dry run and its application.
     *
     * @param seenVersion the catalogue version that the shown difference was computed against
     */
    public record Upload(
            UploadId id, String fileName, byte[] content, long seenVersion, boolean applied) {}

    public Mono<Void> insert(
            RegionId region, ProducerId producer, Upload upload, byte[] sha256, Instant now) {
        return db.sql(
                        """
                        INSERT INTO upload (region_id, upload_id, producer_id, file_name, content, content_sha256,
                            catalogue_version, state, created_at)
                        VALUES (:region, :upload, :producer, :name, :content, :sha, :version, 'CHECKED', :now)
                        """)
                .bind("region", region.value())
                .bind("upload", upload.id().value())
                .bind("producer", producer.value())
                .bind("name", upload.fileName())
                .bind("content", ByteBuffer.wrap(upload.content()))
                .bind("sha", ByteBuffer.wrap(sha256))
                .bind("version", upload.seenVersion())
                .bind("now", time(now))
                .then();
    }

    /** Empty when the producer sent no such file. */
    public Mono<Upload> find(RegionId region, ProducerId producer, UploadId upload) {
        return db.sql(
                        """
                        SELECT upload_id, file_name, content, catalogue_version, state FROM upload
                        WHERE region_id = :region AND upload_id = :upload AND producer_id = :producer
                        """)
                .bind("region", region.value())
                .bind("upload", upload.value())
                .bind("producer", producer.value())
                .map(
                        row ->
                                new Upload(
                                        new UploadId(get(row, "upload_id", UUID.class)),
                                        get(row, "file_name", String.class),
                                        get(row, "content", byte[].class),
                                        get(row, "catalogue_version", Long.class),
                                        get(row, "state", String.class).equals("APPLIED")))
                .one();
    }

    /** The shown difference is now computed against this version. */
    public Mono<Void> seen(RegionId region, UploadId upload, long version) {
        return db.sql(
                        """
                        UPDATE upload SET catalogue_version = :version
                        WHERE region_id = :region AND upload_id = :upload AND state = 'CHECKED'
                        """)
                .bind("region", region.value())
                .bind("upload", upload.value())
                .bind("version", version)
                .then();
    }

    /** False when it was applied before. */
    public Mono<Boolean> applied(
            RegionId region, UploadId upload, CatalogueDiff diff, Instant now) {
        return db.sql(
                        """
                        UPDATE upload SET state = 'APPLIED', applied_at = :now, rows_new = :added, rows_changed = :changed,
                            rows_same = :same, rows_missing = :missing
                        WHERE region_id = :region AND upload_id = :upload AND state = 'CHECKED'
                        """)
                .bind("region", region.value())
                .bind("upload", upload.value())
                .bind("now", time(now))
                .bind("added", diff.added().size())
                .bind("changed", diff.changed().size())
                .bind("same", diff.same().size())
                .bind("missing", diff.missing().size())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
