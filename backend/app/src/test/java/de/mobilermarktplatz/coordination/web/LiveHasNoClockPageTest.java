package de.mobilermarktplatz.coordination.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.coordination.web.ClockPages.Jump;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.platform.MarktplatzProperties;
import de.mobilermarktplatz.platform.Mode;
import de.mobilermarktplatz.platform.region.Region;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.ui.ConcurrentModel;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Nobody moves a clock in LIVE: the page is not there, and nothing behind it is asked. */
class LiveHasNoClockPageTest {

    private static final Region REGION =
            new Region(
                    new RegionId(UUID.randomUUID()),
                    "kreis",
                    "Kreis",
                    ZoneId.of("Europe/Berlin"),
                    false);

    private final ClockPages live =
            new ClockPages(null, null, live(), InstantSource.fixed(Instant.EPOCH));

    private static MarktplatzProperties live() {
        return new MarktplatzProperties(
                Mode.LIVE,
                Path.of("data"),
                Duration.ZERO,
                false,
                "nowhere",
                false,
                "https://kreis.example",
                new MarktplatzProperties.Database(
                        null, 0, "m", "o", null, "a", null, 4, Duration.ofSeconds(30)));
    }

    @Test
    void neitherToLookNorToJump() {
        ConcurrentModel model = new ConcurrentModel();
        MockServerHttpResponse response = new MockServerHttpResponse();
        notFound(live.show(REGION, null, model, response));
        notFound(live.jump(REGION, new Jump("markttag", null, null), model, response));
    }

    private static void notFound(Mono<String> page) {
        assertThatThrownBy(page::block)
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        gone ->
                                org.assertj.core.api.Assertions.assertThat(
                                                gone.getStatusCode().value())
                                        .isEqualTo(404));
    }
}
