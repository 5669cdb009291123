package de.mobilermarktplatz.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.identity.People;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Spring writes the token into every form with {@code th:action}, and nothing else does. */
@MarktplatzTest
class FormTokenTest {

    /**
     * A card is printed once and kept for everybody, so its token is filled in later, by {@code
     * OfferCards}; its own test counts the tokens.
     */
    private static final Set<String> PRINTED_ONCE = Set.of("call.html", "offer-card.html");

    private static final Pattern FORM_TAG = Pattern.compile("<form[^>]*>");
    private static final Pattern FORM = Pattern.compile("(?s)<form.*?</form>");

    private final TestHttp http;
    private final TestRegions regions;
    private final People people;

    FormTokenTest(TestHttp http, TestRegions regions, People people) {
        this.http = http;
        this.regions = regions;
        this.people = people;
    }

    @Test
    void everyFormThatChangesSomethingLetsSpringWriteItsAction() throws IOException {
        for (Resource template :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath:templates/**/*.html")) {
            if (PRINTED_ONCE.contains(template.getFilename())) {
                continue;
            }
            String text = template.getContentAsString(StandardCharsets.UTF_8);
            assertThat(text)
                    .as(template.getDescription())
                    .doesNotContain("_csrf", "layout :: csrf");
            assertThat(FORM_TAG.matcher(text).results().map(MatchResult::group))
                    .as(template.getDescription())
                    .allMatch(tag -> tag.contains("method=\"get\"") || tag.contains("th:action="));
        }
    }

    @Test
    void aFormOnAPageCarriesExactlyOneToken() {
        Region region = regions.create();
        TestRegions.run(
                region,
                people.addStaff(region, "anna", "Anna Beispiel", Role.DISPATCHER, "richtig"));
        Browser browser = new Browser(http, region);
        assertEachFormHasOneToken(browser.get("/anmelden").body(), 1);
        browser.post("/anmelden", Map.of("login", "anna", "password", "richtig"));
        assertEachFormHasOneToken(browser.get("/leitstelle/geraete").body(), 2);
    }

    private static void assertEachFormHasOneToken(String page, int forms) {
        assertThat(FORM.matcher(page).results().map(MatchResult::group))
                .hasSize(forms)
                .allSatisfy(
                        form ->
                                assertThat(form)
                                        .containsOnlyOnce("name=\"_csrf\"")
                                        .containsPattern("name=\"_csrf\" value=\"[^\"]{20,}\""));
    }
}
