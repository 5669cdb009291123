package de.mobilermarktplatz.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.identity.People;
import de.mobilermarktplatz.identity.Person;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestRegions;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

@MarktplatzTest
class SessionsCountForPagesTest {

    private final Sessions sessions;
    private final People people;
    private final Region region;

    SessionsCountForPagesTest(Sessions sessions, People people, TestRegions regions) {
        this.sessions = sessions;
        this.people = people;
        this.region = regions.create();
    }

    @Test
    void aCookieOpensPagesButNeitherTheApiNorTheDevicesDoor() {
        String token = signedIn();
        assertThat(role("/r/" + region.slug() + "/leitstelle", token)).isEqualTo(Role.DISPATCHER);
        assertThat(role("/api/v1/" + region.slug() + "/orders", token)).isEqualTo(Role.ANONYMOUS);
        assertThat(role("/sync/v1/" + region.slug() + "/tours", token)).isEqualTo(Role.ANONYMOUS);
    }

    private String signedIn() {
        Person anna =
                TestRegions.run(
                        region,
                        people.addStaff(region, "anna", "Anna", Role.DISPATCHER, "richtig"));
        MockServerWebExchange exchange = at("/r/" + region.slug() + "/anmelden", "");
        assertThat(TestRegions.run(region, sessions.open(region, anna.id(), exchange))).isTrue();
        return exchange.getResponse().getCookies().getFirst("sitzung").getValue();
    }

    private Role role(String path, String token) {
        return TestRegions.run(region, sessions.of(at(path, token))).role();
    }

    private MockServerWebExchange at(String path, String token) {
        MockServerWebExchange exchange =
                MockServerWebExchange.from(
                        MockServerHttpRequest.get(path).cookie(new HttpCookie("sitzung", token)));
        exchange.getAttributes().put(Region.class.getName(), region);
        return exchange;
    }
}
