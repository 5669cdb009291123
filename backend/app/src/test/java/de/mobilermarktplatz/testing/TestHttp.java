package de.mobilermarktplatz.testing;

import java.time.Duration;
import java.util.Objects;
import org.springframework.core.env.Environment;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Speaks to the running server over HTTP, redirects not followed. */
public class TestHttp {

    private final Environment environment;

    TestHttp(Environment environment) {
        this.environment = environment;
    }

    public String url() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(environment.getProperty("local.server.port"));
    }

    public WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl(url())
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }
}
