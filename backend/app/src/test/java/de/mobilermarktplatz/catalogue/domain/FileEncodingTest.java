package de.mobilermarktplatz.catalogue.domain;

import static de.mobilermarktplatz.catalogue.domain.Files.CHEESE;
import static de.mobilermarktplatz.catalogue.domain.Files.COMMISSION;
import static de.mobilermarktplatz.catalogue.domain.Files.HEADER;
import static de.mobilermarktplatz.catalogue.domain.Files.refused;
import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.catalogue.Article;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileEncodingTest {

    private static final String TEXT = HEADER + CHEESE;

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of("UTF-8", TEXT.getBytes(StandardCharsets.UTF_8)),
                Arguments.of("UTF-8", ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8)),
                Arguments.of("UTF-16", ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of("UTF-16", ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16BE)),
                Arguments.of("UTF-16", TEXT.getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of("UTF-16", TEXT.getBytes(StandardCharsets.UTF_16BE)),
                Arguments.of("Windows-1252", TEXT.getBytes(Charset.forName("windows-1252"))));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void everyUsualEncodingGivesTheSameArticle(String encoding, byte[] bytes) {
        CatalogueFile.Checked checked =
                (CatalogueFile.Checked) CatalogueFile.check(bytes, List.of(), COMMISSION);
        assertThat(checked.encoding()).isEqualTo(encoding);
        assertThat(checked.problems()).isEmpty();
        assertThat(checked.diff().added()).extracting(Article::name).containsExactly("Bauernkäse");
    }

    @Test
    void anOldDosFileIsRefusedBecauseItsUmlautsWouldBeWrong() {
        FileProblem problem = refused(TEXT.getBytes(Charset.forName("IBM850")));
        assertThat(problem.advice()).contains("CSV UTF-8");
    }

    @Test
    void aDosFileWhoseBytesHappenToDecodeIsStillFound() {
        String text = TEXT.replace("ü", "ue");
        FileProblem problem = refused(text.getBytes(Charset.forName("IBM850")));
        assertThat(problem.what()).contains("Zeile 2").contains("Bauernk„se");
    }

    @Test
    void utf8ThatWasSavedAsLatinIsFoundWithItsRow() {
        String broken =
                new String(TEXT.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
        assertThat(refused(broken).what()).contains("Umlaute sind beschädigt").contains("Zeile 1");
    }

    @Test
    void anExcelFileIsToldHowToBecomeACsvFile() {
        FileProblem problem = refused(new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0});
        assertThat(problem.what()).contains("Excel");
        assertThat(problem.advice()).contains("CSV UTF-8");
    }

    @Test
    void aPictureIsNoTable() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
        assertThat(refused(png).what()).isNotBlank();
    }

    @Test
    void anEmptyFileIsToldToBeEmpty() {
        assertThat(refused(new byte[0]).what()).isEqualTo("Die Datei ist leer.");
    }

    @Test
    void aFileAboveTwentyMegabytesIsRefusedAndOneAtTheBoundIsRead() {
        assertThat(refused(new byte[FileText.MAX_BYTES + 1]).what()).contains("höchstens 20 MB");
        byte[] bound = (TEXT + " ".repeat(FileText.MAX_BYTES)).getBytes(StandardCharsets.UTF_8);
        byte[] exactly = java.util.Arrays.copyOf(bound, FileText.MAX_BYTES);
        assertThat(FileText.of(exactly)).isInstanceOf(FileText.Decoded.class);
    }
}
