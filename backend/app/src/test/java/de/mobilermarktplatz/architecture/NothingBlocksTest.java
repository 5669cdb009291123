package de.mobilermarktplatz.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.identity.People;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import reactor.netty.tcp.TcpResources;

/** A blocked event loop stops hundreds of other visitors at once. */
@MarktplatzTest
class NothingBlocksTest {

    private final RequestMappingHandlerMapping mapping;
    private final People people;
    private final UuidV7 ids;
    private final TestRegions regions;
    private final TestHttp http;
    private final HttpClient client = HttpClient.newHttpClient();

    NothingBlocksTest(
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
    void noRouteBlocksAnEventLoop() throws Exception {
        walkAndSignIn(); // loads classes and templates, which reads files once
        assertThat(EventLoopWatch.during(this::walkAndSignIn)).isEmpty();
    }

    @Test
    void theWatchSeesASleepOnAnEventLoop() throws Exception {
        var seen =
                EventLoopWatch.during(
                        () -> {
                            var done = new CountDownLatch(1);
                            TcpResources.get().onServer(false).next().execute(() -> sleep(done));
                            done.await();
                            return null;
                        });
        assertThat(seen)
                .anyMatch(line -> line.startsWith("jdk.ThreadSleep at " + getClass().getName()));
    }

    private static void sleep(CountDownLatch done) {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            done.countDown();
        }
    }

    private List<Integer> walkAndSignIn() throws Exception {
        var region = regions.create();
        var callers = Callers.of(region, people, ids, http, client);
        var browser = new Browser(http, region);
        browser.get("/anmelden");
        browser.post("/anmelden", Map.of("login", "dispatcher", "password", "geheim"));
        var statuses = new java.util.ArrayList<Integer>();
        for (var role : List.of(Role.DISPATCHER, Role.PRODUCER)) {
            for (var route : Route.all(mapping)) {
                var request = route.request(http.url(), region, callers.sessions().get(role));
                var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
                answer.body().close();
                statuses.add(answer.statusCode());
            }
        }
        return statuses;
    }
}
