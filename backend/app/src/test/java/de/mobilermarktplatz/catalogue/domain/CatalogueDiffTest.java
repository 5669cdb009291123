package de.mobilermarktplatz.catalogue.domain;

import static de.mobilermarktplatz.catalogue.domain.Files.CHEESE;
import static de.mobilermarktplatz.catalogue.domain.Files.HEADER;
import static de.mobilermarktplatz.catalogue.domain.Files.JUICE;
import static de.mobilermarktplatz.catalogue.domain.Files.POTATOES;
import static de.mobilermarktplatz.catalogue.domain.Files.checked;
import static de.mobilermarktplatz.catalogue.domain.Files.one;
import static de.mobilermarktplatz.catalogue.domain.Files.stored;
import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.catalogue.Article;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueDiffTest {

    @Test
    void theSameFileTwiceHasNothingToDo() {
        String file = HEADER + CHEESE + JUICE + POTATOES;
        CatalogueDiff diff = checked(file, stored(file)).diff();
        assertThat(diff.nothingToDo()).isTrue();
        assertThat(diff.same()).hasSize(3);
    }

    @Test
    void newChangedSameAndMissingAreToldApart() {
        List<CurrentArticle> stored = stored(HEADER + CHEESE + JUICE);
        CatalogueDiff diff =
                checked(HEADER + CHEESE.replace("4,50", "4,80") + POTATOES, stored).diff();
        assertThat(diff.added()).extracting(Article::number).containsExactly("K-2");
        assertThat(diff.changed())
                .singleElement()
                .satisfies(
                        change ->
                                assertThat(change.fields())
                                        .containsExactly("Preis: 4,50 € → 4,80 €"));
        assertThat(diff.same()).isEmpty();
        assertThat(diff.missing())
                .extracting(current -> current.article().number())
                .containsExactly("S-1");
    }

    @Test
    void aPausedArticleThatIsNamedAgainComesBackAndIsNotMissing() {
        CurrentArticle cheese = stored(HEADER + CHEESE).getFirst();
        List<CurrentArticle> paused =
                List.of(new CurrentArticle(cheese.id(), cheese.article(), true));
        assertThat(checked(HEADER + CHEESE, paused).diff().changed())
                .singleElement()
                .satisfies(
                        change -> assertThat(change.fields()).containsExactly("wieder im Angebot"));
        assertThat(checked(HEADER + JUICE, paused).diff().missing()).isEmpty();
    }

    @Test
    void aColumnThatTheFileDoesNotHaveKeepsWhatIsStored() {
        List<CurrentArticle> stored = stored(HEADER + JUICE);
        CatalogueDiff diff =
                checked(
                                """
                                artikelnummer;bezeichnung;einheit;preis;mwst;kühlung;menge
                                S-1;Apfelsaft;Stück;2,80;19;ungekühlt;30
                                """,
                                stored)
                        .diff();
        assertThat(diff.nothingToDo()).isTrue();
    }

    @Test
    void theUnitPriceIsPerKilogramOrLitreAndLeavesTheDepositOut() {
        // PAngV § 4: 250 g for 4.50 are 18.00 €/kg; a bottle's deposit is not in its litre price.
        assertThat(GermanText.unitPrice(one(CHEESE).unitPrice().orElseThrow()))
                .isEqualTo("18,00 €/kg");
        assertThat(GermanText.unitPrice(one(JUICE).unitPrice().orElseThrow()))
                .isEqualTo("2,80 €/l");
        assertThat(GermanText.unitPrice(one(POTATOES).unitPrice().orElseThrow()))
                .isEqualTo("1,20 €/kg");
    }

    @Test
    void anArticleWithoutAllergensIsKeptButNotOffered() {
        CatalogueFile.Checked checked = checked(HEADER + CHEESE.replace(";Milch;", ";;"));
        assertThat(checked.applicable()).isTrue();
        assertThat(checked.gated())
                .singleElement()
                .satisfies(gated -> assertThat(gated.reasons().getFirst()).contains("Allergene"));
    }

    @Test
    void anOrganicClaimNeedsTheControlBodysNumber() {
        assertThat(PublishGate.open(one(CHEESE.replace("Bauernkäse", "Bio-Bauernkäse")))).isFalse();
        assertThat(PublishGate.open(one(CHEESE.replace("Bauernkäse", "Biokäse")))).isFalse();
        assertThat(PublishGate.open(one(CHEESE.replace("Bauernkäse", "Biotta Saft")))).isFalse();
        assertThat(PublishGate.open(one(CHEESE))).isTrue();
        String organic =
                HEADER.strip()
                        + ";ökokontrollstelle\n"
                        + CHEESE.strip().replace("Bauern", "Bio-")
                        + ";DE-ÖKO-006\n";
        assertThat(PublishGate.open(checked(organic).diff().added().getFirst())).isTrue();
    }
}
