package de.mobilermarktplatz.ordering.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.testing.MarktplatzTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cards are printed once and kept; nobody may ever see another's token or yesterday's price. */
@MarktplatzTest
class OfferCardsTest {

    private final OfferCards cards;

    OfferCardsTest(OfferCards cards) {
        this.cards = cards;
    }

    @Test
    void eachPageHasItsOwnTokenAddressAndStock() {
        String mine = html(card("3,20 €", 7), "/r/kreis/halt/1/korb", "mine");
        String yours = html(card("3,20 €", 6), "/r/kreis/halt/2/korb", "yours");

        assertThat(mine)
                .containsOnlyOnce("name=\"_csrf\"")
                .contains(
                        "name=\"_csrf\" value=\"mine\"",
                        "action=\"/r/kreis/halt/1/korb\"",
                        "max=\"7\"");
        assertThat(yours)
                .contains(
                        "name=\"_csrf\" value=\"yours\"",
                        "action=\"/r/kreis/halt/2/korb\"",
                        "max=\"6\"")
                .doesNotContain("mine", "halt/1");
    }

    @Test
    void aNewPriceIsShownAtOnce() {
        assertThat(html(card("3,20 €", 7), "/", "t")).contains("3,20 €");
        assertThat(html(card("3,40 €", 7), "/", "t")).contains("3,40 €").doesNotContain("3,20 €");
    }

    @Test
    void whatAProducerWroteIsTextAndNothingElse() {
        assertThat(html(card("<script>alert(1)</script>", 7), "/", "\"><b>"))
                .contains("&lt;script&gt;", "value=\"&quot;&gt;&lt;b&gt;\"")
                .doesNotContain("<script>", "<b>");
    }

    private String html(OfferCard card, String action, String token) {
        return cards.html(List.of(card), action, token);
    }

    private static OfferCard card(String price, long most) {
        return new OfferCard(
                "o-1",
                "Kartoffeln",
                price,
                "",
                "",
                List.of(),
                List.of(),
                false,
                1,
                most,
                1,
                true,
                "",
                "");
    }
}
