package de.mobilermarktplatz.catalogue.domain;

import de.mobilermarktplatz.catalogue.Article;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dry run: reads a producer's file and says what it would do, without doing it. */
public final class CatalogueFile {

    private CatalogueFile() {}

    /** What a dry run finds. */
    public sealed interface Result {}

    /** Nothing can be read. */
    public record Unreadable(FileProblem problem) implements Result {}

    /**
     * The file was read.
     *
     * @param rows rows below the header
     * @param problems cells that must be corrected before anything is applied
     * @param remarks what people should know although it stops nothing
     * @param diff what applying would do; only to be applied when there is no problem
     */
    public record Checked(
            String encoding,
            int rows,
            List<CellProblem> problems,
            List<String> remarks,
            List<Gated> gated,
            CatalogueDiff diff)
            implements Result {

        /** Whether the file may be applied. */
        public boolean applicable() {
            return problems.isEmpty();
        }
    }

    /** An article of the file that is stored but not offered, with the reasons. */
    public record Gated(String number, String name, List<String> reasons) {}

    /** Reads and compares. Never throws for any content. */
    public static Result check(byte[] bytes, List<CurrentArticle> stored, VatTerms vat) {
        return switch (FileText.of(bytes)) {
            case FileText.Unreadable(FileProblem problem) -> new Unreadable(problem);
            case FileText.Decoded(String text, String encoding) ->
                    switch (SheetReader.read(text)) {
                        case SheetReader.Refused(FileProblem problem) -> new Unreadable(problem);
                        case SheetReader.Read(Sheet sheet) -> check(encoding, sheet, stored, vat);
                    };
        };
    }

    private static Checked check(
            String encoding, Sheet sheet, List<CurrentArticle> stored, VatTerms vat) {
        Map<String, CurrentArticle> byNumber = CatalogueDiff.byNumber(stored);
        Map<String, Integer> rowOfNumber = new HashMap<>();
        List<CellProblem> problems = new ArrayList<>();
        List<Article> articles = new ArrayList<>();
        for (Sheet.Row row : sheet.rows()) {
            shifted(sheet, row).ifPresent(problems::add);
            Optional<String> number = ArticleReader.number(sheet, row, problems);
            if (number.isEmpty()) {
                continue;
            }
            Integer earlier = rowOfNumber.putIfAbsent(number.get(), row.number());
            if (earlier != null) {
                problems.add(
                        sheet.problem(
                                row,
                                Column.ARTICLE_NUMBER,
                                "steht schon in Zeile %d".formatted(earlier),
                                "schreiben Sie je Artikel eine eigene Nummer oder löschen Sie eine der Zeilen"));
                continue;
            }
            Optional<Article> current =
                    Optional.ofNullable(byNumber.get(number.get())).map(CurrentArticle::article);
            ArticleReader.read(number.get(), sheet, row, current, vat, problems)
                    .ifPresent(articles::add);
        }
        return new Checked(
                encoding,
                sheet.rows().size(),
                List.copyOf(problems),
                remarks(sheet),
                gated(articles),
                CatalogueDiff.between(stored, articles));
    }

    /**
     * More cells than the header has: an unquoted separator, usually the decimal comma, has moved
     * the rest.
     */
    private static Optional<CellProblem> shifted(Sheet sheet, Sheet.Row row) {
        boolean more =
                row.fields().stream().skip(sheet.width()).anyMatch(field -> !field.isEmpty());
        if (!more) {
            return Optional.empty();
        }
        return Optional.of(
                new CellProblem(
                        row.number(),
                        CellProblem.address(sheet.width(), row.number()),
                        "",
                        row.fields().get(sheet.width()),
                        "die Zeile hat mehr Zellen als die Kopfzeile",
                        "setzen Sie Texte und Zahlen, die das Trennzeichen enthalten, in Anführungszeichen"));
    }

    private static List<String> remarks(Sheet sheet) {
        if (sheet.unknownHeaders().isEmpty()) {
            return List.of();
        }
        return List.of(
                "Diese Spalten kennen wir nicht und lesen sie nicht: „%s“."
                        .formatted(String.join("“, „", sheet.unknownHeaders())));
    }

    private static List<Gated> gated(List<Article> articles) {
        return articles.stream()
                .filter(article -> !PublishGate.open(article))
                .map(
                        article ->
                                new Gated(
                                        article.number(),
                                        article.name(),
                                        PublishGate.reasons(article)))
                .toList();
    }
}
