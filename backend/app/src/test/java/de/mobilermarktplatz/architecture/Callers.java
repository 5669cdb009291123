package de.mobilermarktplatz.architecture;

import de.mobilermarktplatz.identity.People;
import de.mobilermarktplatz.identity.Person;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.Map;

/** One signed-in person of each role in one region, as session cookies. */
record Callers(Map<Role, String> sessions) {

    /** DEVICE signs its requests and has no session. */
    static Callers of(Region region, People people, UuidV7 ids, TestHttp http, HttpClient client)
            throws Exception {
        var sessions = new EnumMap<Role, String>(Role.class);
        for (var role : Role.values()) {
            switch (role) {
                case ANONYMOUS -> sessions.put(role, "");
                case DEVICE -> {}
                default ->
                        sessions.put(
                                role,
                                signIn(
                                        region,
                                        people,
                                        person(region, people, ids, role),
                                        http,
                                        client));
            }
        }
        return new Callers(sessions);
    }

    private static Person person(Region region, People people, UuidV7 ids, Role role) {
        return TestRegions.run(
                region,
                role == Role.PRODUCER
                        ? people.addProducerUser(region, "Hof Beispiel", new ProducerId(ids.next()))
                        : people.addStaff(
                                region, role.name().toLowerCase(), role.name(), role, "geheim"));
    }

    private static String signIn(
            Region region, People people, Person person, TestHttp http, HttpClient client)
            throws IOException, InterruptedException {
        var link = URI.create(http.url() + people.personalLink(region, person.id()));
        var answer =
                client.send(
                        HttpRequest.newBuilder(link).build(),
                        HttpResponse.BodyHandlers.discarding());
        return answer.headers().allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .filter(cookie -> cookie.getName().equals("sitzung"))
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        person.role() + " got no session: " + answer.statusCode()))
                .getValue();
    }
}
