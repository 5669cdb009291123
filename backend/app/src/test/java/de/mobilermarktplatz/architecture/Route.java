package de.mobilermarktplatz.architecture;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** One route of the running server, and a request that reaches it with made-up values. */
record Route(
        HttpMethod method,
        String pattern,
        String query,
        String type,
        String accept,
        Permission permission) {

    private static final String SOME_ID = "01890000-0000-7000-8000-000000000001";
    private static final String CSRF = "00000000-0000-4000-8000-000000000000";

    /** In the order of the table; signing out comes last, because it ends the session. */
    static List<Route> all(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparing((Route route) -> route.pattern.endsWith("/abmelden"))
                                .thenComparing(Route::pattern)
                                .thenComparing(route -> route.method.name())
                                .thenComparing(Route::query))
                .toList();
    }

    private static Stream<Route> of(RequestMappingInfo info, HandlerMethod handler) {
        var methods = info.getMethodsCondition().getMethods();
        var types = info.getConsumesCondition().getConsumableMediaTypes();
        var accepts = info.getProducesCondition().getProducibleMediaTypes();
        var query =
                info.getParamsCondition().getExpressions().stream()
                        .filter(expression -> !expression.isNegated())
                        .map(
                                expression ->
                                        expression.getName()
                                                + "="
                                                + Objects.toString(expression.getValue(), ""))
                        .collect(Collectors.joining("&"));
        var type = types.isEmpty() ? usualType(handler) : types.iterator().next().toString();
        var accept = accepts.isEmpty() ? "*/*" : accepts.iterator().next().toString();
        var permission =
                Objects.requireNonNull(handler.getMethodAnnotation(Requires.class)).value();
        return info.getPatternsCondition().getPatterns().stream()
                .flatMap(
                        pattern ->
                                (methods.isEmpty() ? List.of(RequestMethod.GET) : methods)
                                        .stream()
                                                .map(
                                                        method ->
                                                                new Route(
                                                                        HttpMethod.valueOf(
                                                                                method.name()),
                                                                        pattern.getPatternString(),
                                                                        query,
                                                                        type,
                                                                        accept,
                                                                        permission)));
    }

    private static String usualType(HandlerMethod handler) {
        return Stream.of(handler.getMethodParameters())
                        .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                ? MediaType.APPLICATION_JSON_VALUE
                : MediaType.APPLICATION_FORM_URLENCODED_VALUE;
    }

    String title() {
        return method + " " + pattern + (query.isEmpty() ? "" : "?" + query);
    }

    /** Cookies are sent whatever their path says, as somebody who tinkers would. */
    HttpRequest request(String server, Region region, String session) {
        var path = pattern;
        for (var prefix : List.of("/r/", "/api/v1/", "/sync/v1/", "/hooks/stripe/")) {
            if (path.startsWith(prefix + "{")) {
                path = prefix + region.slug() + path.substring(path.indexOf('}') + 1);
            }
        }
        path =
                path.replaceAll("\\{\\*?token[^}]*\\}", "falsch")
                        .replaceAll("\\{(day|date|tag)[^}]*\\}", "2026-11-30")
                        .replaceAll("\\{[^}]*\\}", SOME_ID);
        var body =
                method == HttpMethod.GET
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(type.endsWith("json") ? "{}" : "");
        return HttpRequest.newBuilder(
                        URI.create(server + path + (query.isEmpty() ? "" : "?" + query)))
                .method(method.name(), body)
                .header("Content-Type", type)
                .header("Accept", accept)
                .header("Cookie", "XSRF-TOKEN=" + CSRF + "; sitzung=" + session)
                .header("X-XSRF-TOKEN", masked(CSRF))
                .build();
    }

    /** Spring Security's mask over the token, here with zeros. */
    private static String masked(String token) {
        var plain = token.getBytes(StandardCharsets.US_ASCII);
        var bytes = new byte[plain.length * 2];
        System.arraycopy(plain, 0, bytes, plain.length, plain.length);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
