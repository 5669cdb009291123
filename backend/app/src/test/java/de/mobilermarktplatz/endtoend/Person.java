package de.mobilermarktplatz.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

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

/**
 * Somebody at a browser without JavaScript: follows links and redirects, fills in the forms that
 * the pages show.
 */
final class Person {

    private static final Pattern INPUT = Pattern.compile("<(?:input|button)[^>]*>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");

    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    /** A page as it came. */
    record Page(URI address, int status, String body) {

        /** Address of the first link or form whose address contains this text. */
        URI link(String part) {
            Matcher found =
                    Pattern.compile("(?:href|action)=\"([^\"]*" + Pattern.quote(part) + "[^\"]*)\"")
                            .matcher(body);
            assertThat(found.find())
                    .as("no link with '%s' on %s:%n%s", part, address, body)
                    .isTrue();
            return address.resolve(found.group(1).replace("&amp;", "&"));
        }

        /** The first text between these two. */
        String between(String before, String after) {
            int from = body.indexOf(before);
            assertThat(from).as("no '%s' on %s:%n%s", before, address, body).isNotNegative();
            int start = from + before.length();
            return body.substring(start, body.indexOf(after, start)).strip();
        }

        String plain() {
            return body.replaceAll("<[^>]*>", " ").replaceAll("[\\s\\u00a0]+", " ");
        }
    }

    Page opens(String address) {
        return opens(URI.create(address));
    }

    Page opens(URI address) {
        return send(HttpRequest.newBuilder(address).GET().build());
    }

    /**
     * Sends the first form whose address contains this text, its own fields kept unless given anew.
     */
    Page sends(Page page, String action, Map<String, String> fields) {
        return sendsFormWith(page, action, "", fields);
    }

    /** Sends the form that contains this text. */
    Page sendsFormWith(Page page, String action, String content, Map<String, String> fields) {
        String form = form(page, action, content);
        return post(target(page, form), filled(form, fields));
    }

    /** Sends a file with a form for files. */
    Page uploads(Page page, String action, String field, String fileName, byte[] content) {
        String boundary = "----grenze4711";
        StringBuilder head = new StringBuilder();
        filled(form(page, action, ""), Map.of())
                .forEach(
                        (name, value) -> {
                            if (!name.equals(field)) {
                                head.append(
                                        "--"
                                                + boundary
                                                + "\r\nContent-Disposition: form-data; name=\""
                                                + name
                                                + "\"\r\n\r\n"
                                                + value
                                                + "\r\n");
                            }
                        });
        head.append(
                "--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\""
                        + field
                        + "\"; filename=\""
                        + fileName
                        + "\"\r\nContent-Type: text/csv\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.UTF_8);
        byte[] end = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[start.length + content.length + end.length];
        System.arraycopy(start, 0, body, 0, start.length);
        System.arraycopy(content, 0, body, start.length, content.length);
        System.arraycopy(end, 0, body, start.length + content.length, end.length);
        return send(
                HttpRequest.newBuilder(target(page, form(page, action, "")))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build());
    }

    private Page post(URI address, Map<String, String> fields) {
        String body =
                fields.entrySet().stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private static URI target(Page page, String form) {
        Matcher action = Pattern.compile("action=\"([^\"]*)\"").matcher(form);
        assertThat(action.find()).as(form).isTrue();
        return page.address().resolve(unescaped(action.group(1)));
    }

    private static String form(Page page, String action, String content) {
        Matcher forms =
                Pattern.compile("<form[^>]*>.*?</form>", Pattern.DOTALL).matcher(page.body());
        while (forms.find()) {
            String form = forms.group();
            if (form.substring(0, form.indexOf('>')).contains(action) && form.contains(content)) {
                return form;
            }
        }
        throw new AssertionError(
                "no form to '%s' with '%s' on %s:%n%s"
                        .formatted(action, content, page.address(), page.body()));
    }

    /**
     * Buttons are only sent when they are pressed, so only fields with a value of their own count.
     */
    private static Map<String, String> filled(String form, Map<String, String> given) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher inputs = INPUT.matcher(form);
        while (inputs.find()) {
            String input = inputs.group();
            Matcher name = NAME.matcher(input);
            boolean choice =
                    input.contains("type=\"radio\"") || input.contains("type=\"checkbox\"");
            if (input.startsWith("<input")
                    && name.find()
                    && (!choice || input.contains("checked"))) {
                Matcher value = VALUE.matcher(input);
                fields.put(name.group(1), value.find() ? unescaped(value.group(1)) : "");
            }
        }
        fields.putAll(given);
        return fields;
    }

    private Page send(HttpRequest request) {
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Page(answer.uri(), answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String unescaped(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
