package de.mobilermarktplatz.identity.store;

import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.identity.Person;
import de.mobilermarktplatz.kernel.id.PersonId;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code session}: found by the hash of its cookie. */
@Component
public class SessionStore {

    private final DatabaseClient db;

    SessionStore(DatabaseClient db) {
        this.db = db;
    }

    /** Empty when the person does not exist in this region: nothing is opened. */
    public Mono<Long> insert(
            Region region, byte[] tokenHash, PersonId person, Instant now, Instant expires) {
        return db.sql(
                        """
                        INSERT INTO session (region_id, token_hash, person_id, created_at, expires_at)
                        SELECT region_id, :token, person_id, :now, :expires FROM person
                        WHERE region_id = :region AND person_id = :person
                        """)
                .bind("region", region.id().value())
                .bind("token", tokenHash)
                .bind("person", person.value())
                .bind("now", time(now))
                .bind("expires", time(expires))
                .fetch()
                .rowsUpdated();
    }

    public Mono<Person> person(Region region, byte[] tokenHash, Instant now) {
        return db.sql(
                        "SELECT "
                                + PersonStore.COLUMNS
                                + " FROM session s JOIN person p ON p.region_id = s.region_id AND p.person_id = s.person_id"
                                + " WHERE s.region_id = :region AND s.token_hash = :token AND s.expires_at > :now")
                .bind("region", region.id().value())
                .bind("token", tokenHash)
                .bind("now", time(now))
                .map(PersonStore::person)
                .one();
    }

    /** Lets all living sessions live so much longer; returns how many there are. */
    public Mono<Long> prolong(Region region, Instant now, long seconds) {
        return db.sql(
                        """
                        UPDATE session SET expires_at = expires_at + make_interval(secs => :seconds)
                        WHERE region_id = :region AND expires_at > :now
                        """)
                .bind("region", region.id().value())
                .bind("now", time(now))
                .bind("seconds", seconds)
                .fetch()
                .rowsUpdated();
    }

    public Mono<Void> delete(Region region, byte[] tokenHash) {
        return db.sql("DELETE FROM session WHERE region_id = :region AND token_hash = :token")
                .bind("region", region.id().value())
                .bind("token", tokenHash)
                .then();
    }
}
