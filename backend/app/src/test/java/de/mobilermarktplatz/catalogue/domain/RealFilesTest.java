package de.mobilermarktplatz.catalogue.domain;

import static de.mobilermarktplatz.catalogue.domain.Files.HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Real names and numbers of shops' articles, and other shops' export files. */
class RealFilesTest {

    private static Path products(String name) {
        Path path = Path.of(System.getProperty("marktplatz.shared", ""), "data", "products", name);
        Assumptions.assumeTrue(
                java.nio.file.Files.isReadable(path),
                "skipped: the real product data is not beside this checkout (" + name + ")");
        return path;
    }

    @Test
    void theNineWrongCheckDigitsOfTheRealArticlesAreFoundBesideOneLostLetter() throws IOException {
        List<String> lines = java.nio.file.Files.readAllLines(products("off_de_ean_names.csv"));
        List<String> wrong =
                lines.stream()
                        .filter(line -> line.endsWith(",0"))
                        .map(line -> line.split(",", 2)[0])
                        .toList();
        String rows =
                lines.stream()
                        .skip(1)
                        .map(line -> line.substring(0, line.lastIndexOf(',')))
                        .map(line -> line.split(",", 2))
                        .map(cells -> row(cells[0], cells[1]))
                        .collect(Collectors.joining());
        CatalogueFile.Checked checked = Files.checked(HEADER + rows);
        assertThat(wrong).hasSize(9);
        assertThat(checked.problems())
                .filteredOn(problem -> problem.what().contains("Prüfziffer"))
                .extracting(CellProblem::value)
                .containsExactlyElementsOf(wrong);
        assertThat(checked.problems())
                .filteredOn(problem -> !problem.what().contains("Prüfziffer"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.value()).contains("\uFFFD"));
    }

    private static String row(String ean, String quotedName) {
        return "%s;%s;%s;Stück;;1,00;7;;ungekühlt;keine;1;0\n".formatted(ean, quotedName, ean);
    }

    @Test
    void otherShopsFilesAreRefusedWithTheColumnsTheyLack() throws IOException {
        List<String> names =
                List.of(
                        "shapes/ofn_inventory_template.csv",
                        "shapes/ofn_product_list_template.csv",
                        "shapes/shopify_apparel.csv",
                        "shapes/shopify_home-and-garden.csv");
        for (String name : names) {
            FileProblem problem = Files.refused(java.nio.file.Files.readAllBytes(products(name)));
            assertThat(problem.what()).contains("„einheit“");
        }
        assertThat(Stream.of(Column.values()).filter(Column::required)).hasSize(7);
    }
}
