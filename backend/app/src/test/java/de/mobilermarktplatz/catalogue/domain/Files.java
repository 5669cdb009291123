package de.mobilermarktplatz.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.catalogue.Article;
import de.mobilermarktplatz.catalogue.SaleModel;
import de.mobilermarktplatz.catalogue.TaxStatus;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.vat.VatRates;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Catalogue files as producers send them. */
final class Files {

    static final String HEADER =
            "artikelnummer;bezeichnung;gtin;einheit;inhalt;preis;mwst;pfand;kühlung;allergene;menge;wagenmenge\n";
    static final String CHEESE = "K-1;Bauernkäse;;Stück;250 g;4,50;7;;gekühlt;Milch;20;5\n";
    static final String JUICE = "S-1;Apfelsaft;;Stück;1 l;2,80;19;0,15;ungekühlt;keine;30;10\n";
    static final String POTATOES = "K-2;Kartoffeln;;kg;;1,20;7;;ungekühlt;keine;50;12,5\n";
    static final VatTerms COMMISSION =
            new VatTerms(
                    SaleModel.COMMISSION,
                    TaxStatus.FLAT_RATE_FARMER,
                    VatRates.german(),
                    LocalDate.of(2026, 11, 23));

    private Files() {}

    static CatalogueFile.Result check(String text, List<CurrentArticle> stored) {
        return CatalogueFile.check(text.getBytes(StandardCharsets.UTF_8), stored, COMMISSION);
    }

    static CatalogueFile.Checked checked(String text, List<CurrentArticle> stored) {
        CatalogueFile.Result result = check(text, stored);
        assertThat(result).isInstanceOf(CatalogueFile.Checked.class);
        return (CatalogueFile.Checked) result;
    }

    static CatalogueFile.Checked checked(String text) {
        return checked(text, List.of());
    }

    static FileProblem refused(byte[] bytes) {
        CatalogueFile.Result result = CatalogueFile.check(bytes, List.of(), COMMISSION);
        assertThat(result).isInstanceOf(CatalogueFile.Unreadable.class);
        return ((CatalogueFile.Unreadable) result).problem();
    }

    static FileProblem refused(String text) {
        return refused(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the catalogue holds after a file without errors. */
    static List<CurrentArticle> stored(String text) {
        CatalogueFile.Checked checked = checked(text);
        assertThat(checked.problems()).isEmpty();
        return checked.diff().added().stream()
                .map(
                        article ->
                                new CurrentArticle(
                                        new ProductId(UUID.randomUUID()), article, false))
                .toList();
    }

    static Article one(String row) {
        CatalogueFile.Checked checked = checked(HEADER + row);
        assertThat(checked.problems()).isEmpty();
        return checked.diff().added().getFirst();
    }

    static CellProblem problem(String row) {
        CatalogueFile.Checked checked = checked(HEADER + row);
        assertThat(checked.problems()).hasSize(1);
        return checked.problems().getFirst();
    }
}
