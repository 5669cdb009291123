package de.mobilermarktplatz.catalogue.domain;

import static de.mobilermarktplatz.catalogue.domain.Files.CHEESE;
import static de.mobilermarktplatz.catalogue.domain.Files.HEADER;
import static de.mobilermarktplatz.catalogue.domain.Files.JUICE;
import static de.mobilermarktplatz.catalogue.domain.Files.POTATOES;
import static de.mobilermarktplatz.catalogue.domain.Files.checked;
import static de.mobilermarktplatz.catalogue.domain.Files.one;
import static de.mobilermarktplatz.catalogue.domain.Files.problem;
import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.catalogue.Article;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.vat.VatKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellErrorsTest {

    @Test
    void aGoodRowIsReadCompletely() {
        Article juice = one(JUICE);
        assertThat(juice.unit()).isEqualTo(Unit.PIECE);
        assertThat(juice.price()).isEqualTo(Money.euros(2, 80));
        assertThat(juice.vatKey()).isEqualTo(VatKey.GENERAL);
        assertThat(juice.deposit())
                .isEqualTo(
                        new Article.Deposit(
                                Article.Deposit.Kind.REUSABLE, Money.cents(15), VatKey.GENERAL));
        assertThat(juice.coldClass()).isEqualTo(ColdClass.AMBIENT);
        assertThat(juice.dayQuantity()).isEqualTo(30);
        assertThat(juice.vanQuantity()).isEqualTo(10);
    }

    @Test
    void goodsByWeightAreCountedInGramsAndPricedPerKilogram() {
        Article potatoes = one(POTATOES);
        assertThat(potatoes.unit()).isEqualTo(Unit.GRAM);
        assertThat(potatoes.dayQuantity()).isEqualTo(50_000);
        assertThat(potatoes.vanQuantity()).isEqualTo(12_500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4,50|450",
                "4.5|450",
                "4,50 €|450",
                "EUR 4,50|450",
                "4,-|400",
                "4|400",
                "0,05|5",
                "1.234,50|123450",
                "1,234.50|123450",
                "10000|1000000"
            })
    void pricesAreReadAsPeopleWriteThem(String text, long cents) {
        assertThat(one(CHEESE.replace("4,50", text)).price().cents()).isEqualTo(cents);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4,5055|Nachkommastellen",
                "4,505|kann",
                "-4,50|negativ",
                "vier|keine Zahl",
                "1.234|kann",
                "10000,01|zu groß",
                "0|ist null"
            })
    void aPriceThatCannotBeOneSaysWhyAndWhatToWrite(String text, String what) {
        CellProblem problem = problem(CHEESE.replace("4,50", text));
        assertThat(problem.row()).isEqualTo(2);
        assertThat(problem.cell()).isEqualTo("F2");
        assertThat(problem.column()).isEqualTo("preis");
        assertThat(problem.value()).isEqualTo(text);
        assertThat(problem.what()).contains(what);
        assertThat(problem.advice()).startsWith("schreiben Sie");
    }

    @Test
    void aWrongCheckDigitIsToldWithTheRightOne() {
        CellProblem problem = problem(CHEESE.replace("Bauernkäse;", "Bauernkäse;4001723818908"));
        assertThat(problem.what()).contains("Prüfziffer");
        assertThat(problem.advice()).contains("400172381890");
        assertThat(one(CHEESE.replace("Bauernkäse;", "Bauernkäse;4000000000013")).gtin())
                .isNotNull();
    }

    @Test
    void aNumberThatExcelRoundedIsNotTaken() {
        CellProblem problem = problem(CHEESE.replace("Bauernkäse;", "Bauernkäse;4,00172E+12"));
        assertThat(problem.what()).contains("gerundet");
    }

    @Test
    void theFarmersRateIsRefusedForGoodsSoldInTheMarketsOwnName() {
        CellProblem problem = problem(CHEESE.replace(";7;", ";7,8;"));
        assertThat(problem.what()).contains("eigenem Namen");
        assertThat(problem.advice()).isEqualTo("schreiben Sie 7 oder 19");
    }

    @Test
    void aDepositWhoseKindIsUnclearAsksForIt() {
        assertThat(problem(JUICE.replace("0,15", "0,30")).advice()).contains("0,30 Mehrweg");
        assertThat(problem(JUICE.replace("0,15", "0,15 Einweg")).what()).contains("zu wenig");
        assertThat(one(JUICE.replace("0,15", "0,25")).deposit().kind())
                .isEqualTo(Article.Deposit.Kind.ONE_WAY);
    }

    @Test
    void anUnknownAllergenIsRefusedAndKnownOnesGetOneWording() {
        assertThat(problem(CHEESE.replace(";Milch;", ";A, G;")).advice())
                .contains("Schalenfrüchte");
        assertThat(one(CHEESE.replace(";Milch;", ";Laktose, Haselnüsse, Weizen;")).allergens())
                .isEqualTo("Gluten, Milch, Schalenfrüchte");
    }

    @Test
    void aNegativeOrBrokenQuantityIsRefused() {
        assertThat(problem(CHEESE.replace(";20;", ";-1;")).what()).contains("negativ");
        assertThat(problem(CHEESE.replace(";20;", ";2,5;")).what()).contains("Nachkommastellen");
        assertThat(problem(POTATOES.replace(";50;", ";0,0005;")).what())
                .contains("Nachkommastellen");
    }

    @Test
    void anArticleNumberThatComesTwiceNamesTheEarlierRow() {
        CatalogueFile.Checked checked = checked(HEADER + CHEESE + CHEESE);
        assertThat(checked.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("Zeile 2"))
                .satisfies(problem -> assertThat(problem.cell()).isEqualTo("A3"));
    }

    @Test
    void everyWrongCellOfAFileIsReportedAtOnce() {
        CatalogueFile.Checked checked =
                checked(HEADER + ";;12;Kiste;viel;teuer;99;x;warm;Y;z;-1\n" + CHEESE);
        assertThat(checked.applicable()).isFalse();
        assertThat(checked.problems()).extracting(CellProblem::cell).contains("A2");
        CatalogueFile.Checked numbered =
                checked(HEADER + "1;;12;Kiste;viel;teuer;99;x;warm;Y;z;-1\n");
        assertThat(numbered.problems())
                .extracting(CellProblem::cell)
                .containsExactlyInAnyOrder(
                        "B2", "C2", "D2", "E2", "F2", "G2", "H2", "I2", "J2", "K2", "L2");
    }
}
