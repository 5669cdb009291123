package de.mobilermarktplatz.stripesimulator;

import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How one simulator runs.
 *
 * @param port loopback port, 0 for any free one
 * @param dataFile append-only state file, or null to forget everything at the end of the process
 * @param webhookUrl where signed events go, or null for nowhere; {@code {account}} stands for the
 *     account's name
 * @param webhookSecret the endpoint's signing secret ({@code whsec_…})
 * @param apiKey the accepted secret key; it must start with {@code sk_test_}. When it ends with
 *     {@code *}, every key that starts with what stands before it is accepted, and the part in
 *     place of the star names a separate account
 * @param apiVersion the API version in which events are written; stripe-java gives typed objects
 *     only for its own
 * @param clock every reading of the time
 */
public record Config(
        int port,
        @Nullable Path dataFile,
        @Nullable String webhookUrl,
        String webhookSecret,
        String apiKey,
        String apiVersion,
        InstantSource clock) {

    /** The version stripe-java 33.3.0 was made for. */
    public static final String DEFAULT_API_VERSION = "2026-07-29.dahlia";

    public Config {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("Port " + port + " is not between 0 and 65535.");
        }
        if (!apiKey.startsWith("sk_test_")) {
            throw new IllegalArgumentException(
                    "The simulator takes only test keys. Maybe a live key was configured by mistake?");
        }
    }

    public Config(
            int port,
            @Nullable Path dataFile,
            @Nullable String webhookUrl,
            String webhookSecret,
            String apiKey,
            InstantSource clock) {
        this(port, dataFile, webhookUrl, webhookSecret, apiKey, DEFAULT_API_VERSION, clock);
    }

    /**
     * Names the account a key belongs to.
     *
     * @return null when the key is not accepted
     */
    @Nullable String accountOf(String key) {
        if (!apiKey.endsWith("*")) {
            return key.equals(apiKey) ? key.substring("sk_test_".length()) : null;
        }
        var prefix = apiKey.substring(0, apiKey.length() - 1);
        var name = key.startsWith(prefix) ? key.substring(prefix.length()) : "";
        return name.matches("[A-Za-z0-9_-]{1,100}") ? name : null;
    }
}
