package de.mobilermarktplatz.identity.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.identity.Person;
import de.mobilermarktplatz.kernel.id.PersonId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.platform.database.Values;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Role;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code person}. */
@Component
public class PersonStore {

    static final String COLUMNS =
            "p.person_id, p.role, p.name, p.login, p.producer_id, p.password_hash";

    private final DatabaseClient db;

    PersonStore(DatabaseClient db) {
        this.db = db;
    }

    /**
     * @param hash null for people without a password: no password ever matches
     */
    public record WithPassword(Person person, @Nullable String hash) {}

    public Mono<Void> insert(Region region, Person person, @Nullable String hash, Instant now) {
        ProducerId producer = person.producer();
        return db.sql(
                        """
                        INSERT INTO person (region_id, person_id, role, name, login, password_hash, producer_id, created_at)
                        VALUES (:region, :person, :role, :name, :login, :hash, :producer, :now)
                        """)
                .bind("region", region.id().value())
                .bind("person", person.id().value())
                .bind("role", person.role().name())
                .bind("name", person.name())
                .bind("login", Values.nullable(String.class, person.login()))
                .bind("hash", Values.nullable(String.class, hash))
                .bind(
                        "producer",
                        Values.nullable(UUID.class, producer == null ? null : producer.value()))
                .bind("now", time(now))
                .then();
    }

    public Mono<WithPassword> byLogin(Region region, String login) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM person p WHERE p.region_id = :region AND lower(p.login) = lower(:login)")
                .bind("region", region.id().value())
                .bind("login", login)
                .map(row -> new WithPassword(person(row), row.get("password_hash", String.class)))
                .one();
    }

    public Mono<Person> ofProducer(Region region, ProducerId producer) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM person p WHERE p.region_id = :region AND p.producer_id = :producer ORDER BY p.person_id LIMIT 1")
                .bind("region", region.id().value())
                .bind("producer", producer.value())
                .map(PersonStore::person)
                .one();
    }

    static Person person(Readable row) {
        UUID producer = row.get("producer_id", UUID.class);
        return new Person(
                new PersonId(get(row, "person_id", UUID.class)),
                Role.valueOf(get(row, "role", String.class)),
                get(row, "name", String.class),
                row.get("login", String.class),
                producer == null ? null : new ProducerId(producer));
    }
}
