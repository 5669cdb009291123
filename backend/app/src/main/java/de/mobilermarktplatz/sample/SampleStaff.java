package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.identity.People;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.platform.security.Secrets;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One invented member of staff for each role. */
@Component
class SampleStaff {

    static final String DESK_LOGIN = "leitstelle";
    static final String DISPATCHER = "Lena Leitmuster";

    private static final int PASSWORD_LENGTH = 12;

    /** Making a password safe takes CPU. */
    private static final int AT_ONCE = 2;

    private record Member(String login, String name, Role role) {}

    private static final List<Member> MEMBERS =
            List.of(
                    new Member(DESK_LOGIN, DISPATCHER, Role.DISPATCHER),
                    new Member("verwaltung", "Viktor Verwaltmuster", Role.REGION_ADMIN),
                    new Member("buchhaltung", "Berta Buchmuster", Role.ACCOUNTANT),
                    new Member("gemeinde", "Gustav Gemeindemuster", Role.MUNICIPALITY),
                    new Member("fahrerin", "Frauke Fahrmuster", Role.DRIVER),
                    new Member("plattform", "Paula Plattmuster", Role.PLATFORM_ADMIN));

    private final People people;
    private final Secrets secrets;

    SampleStaff(People people, Secrets secrets) {
        this.people = people;
        this.secrets = secrets;
    }

    /**
     * One password for all of them, different in every installation and the same at every start.
     */
    String password() {
        return secrets.text("sample-staff").substring(0, PASSWORD_LENGTH);
    }

    Mono<Void> load(Region region) {
        return Flux.fromIterable(MEMBERS).flatMap(member -> add(region, member), AT_ONCE).then();
    }

    private Mono<Void> add(Region region, Member member) {
        return people.byLogin(region, member.login())
                .switchIfEmpty(
                        Mono.defer(
                                () ->
                                        people.addStaff(
                                                region,
                                                member.login(),
                                                member.name(),
                                                member.role(),
                                                password())))
                .then();
    }
}
