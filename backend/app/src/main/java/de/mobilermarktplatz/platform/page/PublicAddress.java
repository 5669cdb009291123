package de.mobilermarktplatz.platform.page;

import de.mobilermarktplatz.platform.MarktplatzProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The address that people, mails and Stripe reach this backend by. */
@Component
public class PublicAddress {

    private final MarktplatzProperties properties;
    private final Environment environment;

    PublicAddress(MarktplatzProperties properties, Environment environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /**
     * @param path starts with a slash
     * @return a whole address: the configured one, or else this host and the port that is really
     *     listened on
     */
    public String of(String path) {
        String configured = properties.publicUrl();
        if (configured != null) {
            return configured + path;
        }
        String port =
                environment.getProperty(
                        "local.server.port", environment.getProperty("server.port", "8080"));
        return "http://localhost:" + port + path;
    }
}
