package de.mobilermarktplatz.testing;

import de.mobilermarktplatz.platform.region.Region;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person's browser without JavaScript: keeps cookies and sends back the hidden token of the form
 * seen last.
 */
public class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final TestHttp http;
    private final String base;
    private final HttpClient client;
    private @Nullable String token;

    public record Answer(int status, @Nullable String location, String body) {}

    public Browser(TestHttp http, Region region) {
        this(
                http,
                "/r/" + region.slug(),
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
    }

    private Browser(TestHttp http, String base, HttpClient client) {
        this.http = http;
        this.base = base;
        this.client = client;
    }

    /** The same person with the same cookies at another region's address. */
    public Browser at(Region region) {
        return new Browser(http, "/r/" + region.slug(), client);
    }

    /**
     * @param path below the region's address, or a whole path that starts with {@code /r/}
     */
    public Answer get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET().build());
    }

    public Answer post(String path, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>(fields);
        if (token != null) {
            form.put("_csrf", token);
        }
        String body =
                form.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    public @Nullable String token() {
        return token;
    }

    public Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            Matcher found = TOKEN.matcher(response.body());
            if (found.find()) {
                token = found.group(1);
            }
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(null),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public URI uri(String path) {
        return URI.create(http.url() + (path.startsWith("/r/") ? path : base + path));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
