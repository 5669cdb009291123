package de.mobilermarktplatz.identity;

import de.mobilermarktplatz.identity.store.PersonStore;
import de.mobilermarktplatz.kernel.id.PersonId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.platform.security.SignedLinks;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Who belongs to a region. */
@Service
public class People {

    /**
     * A producer's fridge-door link lives for a season; issuing a new one is one click at the desk.
     */
    private static final Duration PERSONAL_LINK = Duration.ofDays(180);

    /** Purpose of the signed links that {@code /r/{region}/p/{token}} accepts. */
    public static final String SIGN_IN = "sign-in";

    private final PersonStore store;
    private final PasswordEncoder passwords;
    private final PasswordScheduler scheduler;
    private final SignedLinks links;
    private final UuidV7 ids;
    private final InstantSource clock;

    People(
            PersonStore store,
            PasswordEncoder passwords,
            PasswordScheduler scheduler,
            SignedLinks links,
            UuidV7 ids,
            InstantSource clock) {
        this.store = store;
        this.passwords = passwords;
        this.scheduler = scheduler;
        this.links = links;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Somebody of the staff, who signs in with a password. Fails when the login is taken in this
     * region.
     */
    public Mono<Person> addStaff(
            Region region, String login, String name, Role role, String password) {
        Person person = new Person(new PersonId(ids.next()), role, name, login, null);
        return scheduler
                .run(() -> passwords.encode(password))
                .flatMap(hash -> store.insert(region, person, hash, clock.instant()))
                .thenReturn(person);
    }

    /** Somebody who acts for a producer and comes by personal link. */
    public Mono<Person> addProducerUser(Region region, String name, ProducerId producer) {
        Person person = new Person(new PersonId(ids.next()), Role.PRODUCER, name, null, producer);
        return store.insert(region, person, null, clock.instant()).thenReturn(person);
    }

    public Mono<Person> byLogin(Region region, String login) {
        return store.byLogin(region, login).map(PersonStore.WithPassword::person);
    }

    /** The first user of a producer; empty when nobody acts for it yet. */
    public Mono<Person> ofProducer(Region region, ProducerId producer) {
        return store.ofProducer(region, producer);
    }

    /** Path of a personal link that signs this person in, starting with {@code /r/}. */
    public String personalLink(Region region, PersonId person) {
        return "/r/"
                + region.slug()
                + "/p/"
                + links.issue(region, SIGN_IN, person.toString(), PERSONAL_LINK);
    }
}
