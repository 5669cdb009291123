package de.mobilermarktplatz.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The whole order as a browser without script does it: the call's page, three times "In den Korb"
 * with the page that follows, the cart, the checkout, the order and its confirmation. Eleven
 * requests; the style sheet is taken for cached.
 */
final class BrowserBuyer implements Buyer {

    static final int REQUESTS = 11;

    private final HttpLine line;
    private final BusyCounty county;
    private final SplittableRandom random;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    BrowserBuyer(URI server, BusyCounty county, SplittableRandom random) throws IOException {
        this.line = new HttpLine(server);
        this.county = county;
        this.random = random;
    }

    @Override
    public void order() throws IOException {
        cookies.clear();
        String base = "/r/" + county.slug();
        UUID call = county.call(random);
        String page = get(base + "/halt/" + call);
        for (UUID offer : county.basket(random)) {
            Map<String, String> wish = new LinkedHashMap<>();
            wish.put("angebot", offer.toString());
            wish.put("menge", "1");
            page = get(post(base + "/halt/" + call + "/korb", page, wish));
        }
        get(base + "/korb");
        page = get(base + "/kasse?halt=" + call);
        Map<String, String> form = new LinkedHashMap<>();
        for (String hidden : new String[] {"halt", "schluessel", "summe"}) {
            form.put(hidden, value(page, hidden));
        }
        form.put("name", "Erika Muster");
        form.put("telefon", "03471 123456");
        form.put("zahlung", "wagen");
        String confirmation = post(base + "/kasse", page, form);
        if (!confirmation.startsWith(base + "/bestellung/")) {
            throw new IOException("The checkout led to " + confirmation);
        }
        get(confirmation);
    }

    private String get(String path) throws IOException {
        HttpLine.Answer answer = line.send("GET", path, cookieHeader(), "");
        if (answer.status() != 200) {
            throw Buyer.unexpected("GET " + path, answer);
        }
        keep(answer);
        return answer.body();
    }

    /** Sends a form with the page's hidden token; returns where the answer leads. */
    private String post(String path, String page, Map<String, String> fields) throws IOException {
        fields.put("_csrf", value(page, "_csrf"));
        String body =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        HttpLine.Answer answer =
                line.send(
                        "POST",
                        path,
                        cookieHeader() + "Content-Type: application/x-www-form-urlencoded\r\n",
                        body);
        if (answer.status() != 303) {
            throw Buyer.unexpected("POST " + path, answer);
        }
        keep(answer);
        return answer.location().split("#", 2)[0];
    }

    private void keep(HttpLine.Answer answer) {
        for (String cookie : answer.cookies()) {
            String[] parts = cookie.split("=", 2);
            cookies.put(parts[0], parts[1]);
        }
    }

    private String cookieHeader() {
        return cookies.isEmpty()
                ? ""
                : cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ", "Cookie: ", "\r\n"));
    }

    private static String value(String page, String field) throws IOException {
        int input = page.indexOf("name=\"" + field + "\"");
        int from = page.indexOf("value=\"", input) + "value=\"".length();
        if (input < 0) {
            throw new IOException("The page has no field " + field);
        }
        return page.substring(from, page.indexOf('"', from));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
