package de.mobilermarktplatz.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.identity.People;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every route as every role, in the own region and with the same session in another one, and
 * compares with {@code src/test/resources/permissions.txt}. A changed line there is a changed door:
 * to be read before it is committed.
 *
 * <p>Write the table anew: {@code ./mvnw -pl backend/app -am test -Dtest=PermissionWalkTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dpermissions.write=true}
 */
@MarktplatzTest
class PermissionWalkTest {

    private static final String TABLE = "permissions.txt";
    private static final String HEAD =
            """
            # Who gets through to which route: own region/other region with the same session.
            # yes = reached (whatever it then answers), login = sent to the sign-in page, 401/403 = refused.
            """;

    private final RequestMappingHandlerMapping mapping;
    private final People people;
    private final UuidV7 ids;
    private final TestRegions regions;
    private final TestHttp http;
    private final HttpClient client = HttpClient.newHttpClient();

    PermissionWalkTest(
            RequestMappingHandlerMapping requestMappingHandlerMapping,
            People people,
            UuidV7 ids,
            TestRegions regions,
            TestHttp http) {
        this.mapping = requestMappingHandlerMapping;
        this.people = people;
        this.ids = ids;
        this.regions = regions;
        this.http = http;
    }

    @Test
    void everyDoorIsOpenExactlyToThoseOfTheTable() throws Exception {
        var own = regions.create();
        var other = regions.create();
        var callers = Callers.of(own, people, ids, http, client);
        var lines = new ArrayList<String>();
        var wrong = new ArrayList<String>();
        for (var route : Route.all(mapping)) {
            var rolesByOutcome = new LinkedHashMap<String, List<String>>();
            var stranger = outcome(route, other, "");
            for (var caller : callers.sessions().entrySet()) {
                var there = outcome(route, other, caller.getValue());
                if (!there.equals(stranger)) {
                    wrong.add(
                            route.title()
                                    + ": "
                                    + caller.getKey()
                                    + " of another region is no stranger");
                }
                rolesByOutcome
                        .computeIfAbsent(
                                outcome(route, own, caller.getValue()) + "/" + there,
                                outcome -> new ArrayList<>())
                        .add(caller.getKey().name());
            }
            lines.add(line(route, rolesByOutcome));
        }
        assertThat(wrong).isEmpty();
        compare(HEAD + lines.stream().sorted().collect(Collectors.joining("\n")) + "\n");
        assertThat(lines)
                .as("routes that fail on made-up ids")
                .noneMatch(line -> line.matches(".* 5\\d\\d/.*"));
    }

    private static String line(Route route, Map<String, List<String>> rolesByOutcome) {
        var doors =
                rolesByOutcome.size() == 1
                        ? "everybody " + rolesByOutcome.keySet().iterator().next()
                        : rolesByOutcome.entrySet().stream()
                                .map(
                                        door ->
                                                String.join(" ", door.getValue())
                                                        + " "
                                                        + door.getKey())
                                .collect(Collectors.joining("; "));
        return "%s  %s: %s".formatted(route.title(), route.permission(), doors);
    }

    private String outcome(Route route, Region region, String session)
            throws IOException, InterruptedException {
        var answer =
                client.send(
                        route.request(http.url(), region, session),
                        HttpResponse.BodyHandlers.ofInputStream());
        answer.body().close(); // an endless stream of events has answered with its head
        var status = answer.statusCode();
        var location = answer.headers().firstValue("Location").orElse("");
        if (location.contains("/anmelden?weiter=")) {
            return "login";
        }
        // 405, 406 and 415 come from before the gate: then this walk has not walked.
        return List.of(401, 403, 405, 406, 415).contains(status) || status >= 500
                ? Integer.toString(status)
                : "yes";
    }

    private static void compare(String walked) throws IOException {
        if (Boolean.getBoolean("permissions.write")) {
            Files.writeString(Path.of("src", "test", "resources", TABLE), walked);
            return;
        }
        var committed = new ClassPathResource(TABLE).getContentAsString(StandardCharsets.UTF_8);
        assertThat(walked.lines().toList())
                .as("routes and roles; see this class for how to write the table anew")
                .isEqualTo(committed.lines().toList());
    }
}
