package de.mobilermarktplatz.catalogue.domain;

import static de.mobilermarktplatz.catalogue.domain.Files.CHEESE;
import static de.mobilermarktplatz.catalogue.domain.Files.HEADER;
import static de.mobilermarktplatz.catalogue.domain.Files.checked;
import static de.mobilermarktplatz.catalogue.domain.Files.refused;
import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.catalogue.Article;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FileDialectTest {

    private static final String BREAD = "B-1;Brot;;Stück;1 kg;4.50;7;;ungekühlt;Weizen;20;0\n";

    @Test
    void semicolonCommaAndTabAreRead() {
        String lines = HEADER + BREAD;
        Article expected = checked(lines).diff().added().getFirst();
        assertThat(checked(lines.replace(';', ',')).diff().added()).containsExactly(expected);
        assertThat(checked(lines.replace(';', '\t')).diff().added()).containsExactly(expected);
        assertThat(checked("sep=;\r\n" + lines.replace("\n", "\r\n")).diff().added())
                .containsExactly(expected);
    }

    @Test
    void englishHeadersInAnyOrderAreRead() {
        CatalogueFile.Checked checked =
                checked(
                        """
                        Name,SKU,Barcode,Unit,Net content,Price (EUR),VAT rate,Cooling,Allergens,Stock
                        "Honey, clear",H-1,,piece,500 g,"1,006.50",7,ambient,none,12
                        """);
        assertThat(checked.problems()).isEmpty();
        Article honey = checked.diff().added().getFirst();
        assertThat(honey.name()).isEqualTo("Honey, clear");
        assertThat(honey.price().cents()).isEqualTo(100_650);
        assertThat(honey.allergens()).isEqualTo("keine");
        assertThat(honey.vanQuantity()).isZero();
    }

    @Test
    void unknownColumnsAreNamedAndNeverDroppedInSilence() {
        CatalogueFile.Checked checked =
                checked(HEADER.strip() + ";Lieblingsfarbe\n" + CHEESE.strip() + ";blau\n");
        assertThat(checked.problems()).isEmpty();
        assertThat(checked.remarks()).singleElement().asString().contains("„Lieblingsfarbe“");
    }

    @Test
    void missingColumnsAreNamedTogetherWithWhatWasFound() {
        FileProblem problem = refused("artikelnummer;bezeichnung;farbe\nK-1;Käse;gelb\n");
        assertThat(problem.what())
                .contains("„einheit“, „preis“, „mwst“, „kühlung“, „menge“")
                .contains("„farbe“");
        assertThat(problem.advice()).contains("Vorlage");
    }

    @Test
    void aColumnThatComesTwiceIsRefusedWithBothNames() {
        FileProblem problem = refused(HEADER.strip() + ";VK-Preis\n" + CHEESE);
        assertThat(problem.what()).contains("„preis“").contains("„VK-Preis“");
    }

    @Test
    void aHeaderWithoutRowsIsRefused() {
        assertThat(refused(HEADER).what()).contains("kein Artikel");
    }

    @Test
    void aQuoteThatNeverClosesIsOneClearSentence() {
        FileProblem problem =
                refused(HEADER + "K-1;\"Käse;;Stück;250 g;4,50;7;;gekühlt;Milch;20;5\n");
        assertThat(problem.what()).contains("Anführungszeichen");
    }

    @Test
    void blankLinesDoNotShiftTheRowNumbers() {
        CatalogueFile.Checked checked =
                checked(HEADER + "\n;;;;;;;;;;;\n" + CHEESE.replace("4,50", "vier"));
        CellProblem problem = checked.problems().getFirst();
        assertThat(problem.row()).isEqualTo(4);
        assertThat(problem.cell()).isEqualTo("F4");
    }

    @Test
    void aDecimalCommaInACommaFileIsFoundAsAShiftedRow() {
        CatalogueFile.Checked checked =
                checked(
                        HEADER.replace(';', ',')
                                + "K-1,Käse,,Stück,250 g,4,50,7,,gekühlt,Milch,20,5\n");
        assertThat(checked.problems())
                .anySatisfy(problem -> assertThat(problem.advice()).contains("Anführungszeichen"));
    }

    @Test
    void fiftyThousandRowsAreReadAndOneMoreIsRefused() {
        String rows =
                IntStream.range(0, Sheet.MAX_ROWS)
                        .mapToObj(i -> CHEESE.replace("K-1", "K-" + i))
                        .collect(Collectors.joining());
        assertThat(checked(HEADER + rows).diff().added()).hasSize(Sheet.MAX_ROWS);
        assertThat(refused(HEADER + rows + CHEESE).what()).contains("50.000");
    }
}
