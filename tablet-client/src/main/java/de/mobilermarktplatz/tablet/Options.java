package de.mobilermarktplatz.tablet;

import de.mobilermarktplatz.tablet.machine.Backoff;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tablet is started with.
 *
 * @param data folder of this till: store, key, receipts
 * @param server sync address with region, such as {@code http://localhost:8080/sync/v1/salzland};
 *     null keeps the one of the enrolment
 * @param clockOffset moves the clock, for demos and tests only
 * @param longestRetry highest ceiling between two tries to reach the server
 * @param haltAt fail point to die at, or null
 * @param mirror folder on a second medium for the sealed copy of the journal, null for none
 * @param headless commands on standard input instead of a window
 */
public record Options(
        Path data,
        @Nullable URI server,
        Duration clockOffset,
        Duration longestRetry,
        @Nullable String haltAt,
        @Nullable Path mirror,
        boolean headless) {
    /** Where a tablet asks to be enrolled when nobody said otherwise: the backend beside it. */
    public static final URI DEFAULT_SERVER =
            URI.create("http://localhost:8080/sync/v1/salzlandkreis");

    private static final Path DEFAULT_DATA =
            Path.of(System.getProperty("user.home"), ".mobiler-marktplatz-tablet");

    static final String USAGE =
            "Usage: tablet [--headless] [--data <folder>] [--server <http://host:port/sync/v1/region>]"
                    + " [--region <region>] [--clock-offset PT26H] [--retry-at-most PT60S] [--halt-at <point>[:n]] [--mirror <folder>]";

    /** A start that cannot be: the message is one sentence for the person at the screen. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message + "\n" + USAGE);
        }
    }

    static Options parse(List<String> arguments) {
        @Nullable Path data = null;
        @Nullable String server = null;
        @Nullable String region = null;
        @Nullable String haltAt = System.getenv("MARKTPLATZ_HALT_AT");
        @Nullable String mirror = System.getenv("MARKTPLATZ_MIRROR");
        var offset = Duration.ZERO;
        var longestRetry = Backoff.SERVICE.most();
        boolean headless = false;
        for (var words = arguments.iterator(); words.hasNext(); ) {
            var option = words.next();
            if (option.equals("--headless")) {
                headless = true;
                continue;
            }
            if (!words.hasNext()) {
                throw new Wrong("The option " + option + " needs a value.");
            }
            var value = words.next();
            switch (option) {
                case "--data" -> data = Path.of(value);
                case "--server" -> server = value;
                case "--region" -> region = value;
                case "--clock-offset" -> offset = duration(option, value);
                case "--retry-at-most" -> longestRetry = duration(option, value);
                case "--halt-at" -> haltAt = value;
                case "--mirror" -> mirror = value;
                default -> throw new Wrong("There is no option " + option + ".");
            }
        }
        return new Options(
                data == null ? DEFAULT_DATA : data,
                server == null ? null : address(server, region),
                offset,
                longestRetry,
                haltAt,
                mirror == null ? null : Path.of(mirror),
                headless);
    }

    static URI address(String server, @Nullable String region) {
        try {
            var base = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
            var uri = URI.create(region == null ? base : base + "/sync/v1/" + region);
            if (uri.getHost() == null || !uri.getPath().matches("/sync/v1/[a-z0-9-]+")) {
                throw new Wrong(
                        "The address "
                                + uri
                                + " names no region. Maybe you mean "
                                + base
                                + "/sync/v1/<region>, or add --region <region>.");
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw new Wrong(
                    "The address " + server + " is no web address: " + e.getMessage() + ".");
        }
    }

    private static Duration duration(String option, String value) {
        try {
            return Duration.parse(value);
        } catch (DateTimeParseException e) {
            throw new Wrong(
                    "The value " + value + " of " + option + " is no duration such as PT26H.");
        }
    }
}
