package de.mobilermarktplatz.catalogue.domain;

import static java.util.Objects.requireNonNullElse;

import de.mobilermarktplatz.catalogue.Article;
import de.mobilermarktplatz.catalogue.Article.Content;
import de.mobilermarktplatz.catalogue.Article.Deposit;
import de.mobilermarktplatz.kernel.code.Gtin;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.vat.VatKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes an article of a row, or says cell by cell why it cannot. */
final class ArticleReader {

    private static final int NUMBER_LENGTH = 40;
    private static final int NAME_LENGTH = 120;
    private static final int TEXT_LENGTH = 2000;
    private static final int DEFAULT_WEIGHT_GRAMS = 500;
    private static final int GRAMS_PER_KILOGRAM = 1000;

    /** Packed goods with the air between them take about twice the room of what they contain. */
    private static final int ROOM_FACTOR = 2;

    private ArticleReader() {}

    /**
     * The row's article number, empty when the cell is empty or too long (then a problem is noted).
     */
    static Optional<String> number(Sheet sheet, Sheet.Row row, List<CellProblem> problems) {
        return Optional.ofNullable(
                new RowReader(sheet, row, Optional.empty(), problems)
                        .required(Column.ARTICLE_NUMBER, "K-100", RowReader.text(NUMBER_LENGTH)));
    }

    /** The article, or empty after problems were noted. */
    static Optional<Article> read(
            String number,
            Sheet sheet,
            Sheet.Row row,
            Optional<Article> current,
            VatTerms vat,
            List<CellProblem> problems) {
        int before = problems.size();
        RowReader cells = new RowReader(sheet, row, current, problems);
        String name = cells.required(Column.NAME, "Bauernkäse", RowReader.text(NAME_LENGTH));
        Gtin gtin = cells.optional(Column.GTIN, Article::gtin, Cells::gtin);
        Words.Measure measure = cells.required(Column.UNIT, "Stück", Cells::unit);
        Content content = cells.optional(Column.CONTENT, Article::content, Cells::content);
        Money price = cells.required(Column.PRICE, "4,50", Cells::money);
        VatKey vatKey = cells.required(Column.VAT, "7", vat::parse);
        Deposit deposit = deposit(cells, vatKey);
        ColdClass coldClass = cells.required(Column.COLD_CLASS, "gekühlt", Cells::coldClass);
        String allergens =
                cells.optional(Column.ALLERGENS, Article::allergens, Allergen::parseList);
        String ingredients =
                cells.optional(
                        Column.INGREDIENTS, Article::ingredients, RowReader.text(TEXT_LENGTH));
        String origin = cells.optional(Column.ORIGIN, Article::origin, RowReader.text(NAME_LENGTH));
        String organic =
                cells.optional(
                        Column.ORGANIC_CODE, Article::organicCode, ArticleReader::organicCode);
        Integer age = cells.optional(Column.AGE_LIMIT, Article::ageLimit, Cells::ageLimit);
        Integer weight = cells.optional(Column.WEIGHT, Article::weightGrams, Cells::perPiece);
        Integer volume = cells.optional(Column.VOLUME, Article::volumeMillilitres, Cells::perPiece);
        Words.Measure counted = requireNonNullElse(measure, Words.Measure.PIECE);
        Long day = cells.required(Column.DAY_QUANTITY, "20", text -> Cells.quantity(text, counted));
        Long van =
                cells.optional(
                        Column.VAN_QUANTITY,
                        Article::vanQuantity,
                        text -> Cells.quantity(text, counted));
        if (price != null && price.isZero()) {
            problems.add(
                    sheet.problem(
                            row,
                            Column.PRICE,
                            "ist null",
                            "schreiben Sie den Preis, zum Beispiel 4,50"));
        }
        if (problems.size() > before
                || name == null
                || measure == null
                || price == null
                || vatKey == null
                || coldClass == null
                || day == null) {
            return Optional.empty();
        }
        Unit unit = RowReader.unitOf(measure);
        Content piece = unit == Unit.PIECE ? content : null;
        int grams = requireNonNullElse(weight, defaultWeight(unit, piece));
        return Optional.of(
                new Article(
                        number,
                        name,
                        gtin,
                        unit,
                        piece,
                        price,
                        vatKey,
                        deposit,
                        coldClass,
                        allergens,
                        ingredients,
                        origin,
                        organic,
                        requireNonNullElse(age, 0),
                        grams,
                        requireNonNullElse(volume, grams * ROOM_FACTOR),
                        day,
                        requireNonNullElse(van, 0L)));
    }

    private static int defaultWeight(Unit unit, @Nullable Content content) {
        if (unit == Unit.GRAM) {
            return GRAMS_PER_KILOGRAM;
        }
        return content == null ? DEFAULT_WEIGHT_GRAMS : Math.toIntExact(content.amount());
    }

    private static @Nullable Deposit deposit(RowReader cells, @Nullable VatKey vatKey) {
        String kind = cells.raw(Column.DEPOSIT_KIND);
        Deposits.Stated stated =
                cells.optional(
                        Column.DEPOSIT,
                        article -> stated(article.deposit()),
                        text -> Deposits.parse(text, kind));
        return stated == null || stated.amount().isZero() || vatKey == null
                ? null
                : new Deposit(stated.kind(), stated.amount(), vatKey);
    }

    private static Deposits.@Nullable Stated stated(@Nullable Deposit deposit) {
        return deposit == null ? null : new Deposits.Stated(deposit.amount(), deposit.kind());
    }

    /**
     * Code of the control body as it must stand beside an organic claim (Reg. 2018/848 art. 32).
     */
    private static Parsed<String> organicCode(String text) {
        String code =
                text.toUpperCase(java.util.Locale.GERMAN).replace("OEKO", "ÖKO").replace(" ", "");
        return code.matches("[A-Z]{2}-(ÖKO|BIO|ORG|EKO)-\\d{2,3}")
                ? Parsed.of(code)
                : Parsed.wrong(
                        "ist keine Kontrollstellennummer", "schreiben Sie zum Beispiel DE-ÖKO-006");
    }
}
