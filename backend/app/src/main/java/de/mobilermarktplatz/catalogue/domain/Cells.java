package de.mobilermarktplatz.catalogue.domain;

import de.mobilermarktplatz.catalogue.Article;
import de.mobilermarktplatz.kernel.code.Gtin;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.kernel.quantity.UnitPrice;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the text of one cell means. Each reader knows one kind of cell; none of them guesses. */
final class Cells {

    private static final long MAX_PRICE_CENTS = 1_000_000;
    private static final long MAX_CONTENT = 1_000_000;
    private static final long MAX_PIECES = 1_000_000;
    private static final long MAX_GRAMS = 100_000_000;
    private static final long MAX_PER_PIECE = 1_000_000;
    private static final String PRICE_ADVICE =
            "schreiben Sie einen Betrag in Euro bis 10.000,00 mit höchstens zwei Nachkommastellen, zum Beispiel 4,50";
    private static final Pattern AMOUNT = Pattern.compile("([\\d.,' ]+)\\s*(\\p{L}+)\\.?");
    private static final Pattern AGE =
            Pattern.compile("(?:ab\\s*)?(\\d{1,2})\\s*\\+?(?:\\s*jahren?)?");

    private Cells() {}

    /** {@code 4,50}, {@code 4.50 €}, {@code EUR 4,5}, {@code 4,-}. */
    static Parsed<Money> money(String text) {
        String number =
                text.replaceAll("(?i)€|eur(o)?\\b", "").strip().replaceAll("[.,][-–—]{1,2}$", "");
        return Decimals.parse(number)
                .then(value -> Decimals.whole(value, 2, MAX_PRICE_CENTS, PRICE_ADVICE))
                .map(Money::cents);
    }

    static Parsed<Words.Measure> unit(String text) {
        return Words.measure(text)
                .filter(
                        measure ->
                                measure != Words.Measure.LITRE
                                        && measure != Words.Measure.MILLILITRE)
                .map(Parsed::of)
                .orElseGet(
                        () ->
                                Parsed.wrong(
                                        "ist keine Einheit",
                                        "schreiben Sie „Stück“, „g“ oder „kg“"));
    }

    /** {@code 500 g}, {@code 0,75 l}. */
    static Parsed<Article.Content> content(String text) {
        String advice = "schreiben Sie den Inhalt mit Maß, zum Beispiel „500 g“ oder „0,75 l“";
        return amount(text, advice)
                .then(
                        amount ->
                                Decimals.whole(
                                                amount.number(),
                                                amount.measure().decimals(),
                                                MAX_CONTENT,
                                                advice)
                                        .then(
                                                whole ->
                                                        whole == 0
                                                                ? Parsed.wrong("ist null", advice)
                                                                : contentOf(amount, whole)));
    }

    private static Parsed<Article.Content> contentOf(Amount amount, long whole) {
        return switch (amount.measure()) {
            case GRAM, KILOGRAM -> Parsed.of(new Article.Content(UnitPrice.Content.GRAM, whole));
            case MILLILITRE, LITRE ->
                    Parsed.of(new Article.Content(UnitPrice.Content.MILLILITRE, whole));
            case PIECE ->
                    Parsed.wrong(
                            "nennt eine Stückzahl",
                            "schreiben Sie das Gewicht, zum Beispiel „500 g“, und die Stückzahl in die Bezeichnung; oder lassen Sie die Zelle leer");
        };
    }

    private record Amount(BigDecimal number, Words.Measure measure) {}

    private static Parsed<Amount> amount(String text, String advice) {
        Matcher matcher = AMOUNT.matcher(text.strip());
        if (!matcher.matches()) {
            return Parsed.wrong("ist kein Inhalt mit Maß", advice);
        }
        return Words.measure(matcher.group(2))
                .map(
                        measure ->
                                Decimals.parse(matcher.group(1).strip())
                                        .map(number -> new Amount(number, measure)))
                .orElseGet(
                        () ->
                                Parsed.wrong(
                                        "hat das unbekannte Maß „%s“".formatted(matcher.group(2)),
                                        advice));
    }

    static Parsed<ColdClass> coldClass(String text) {
        return Words.coldClass(text)
                .map(Parsed::of)
                .orElseGet(
                        () ->
                                Parsed.wrong(
                                        "ist keine Kühlung",
                                        "schreiben Sie „ungekühlt“, „gekühlt“ oder „tiefgekühlt“"));
    }

    /**
     * Eight to fourteen digits with the right check digit; a wrong one is told together with the
     * right one.
     */
    static Parsed<Gtin> gtin(String text) {
        if (Decimals.isScientific(text)) {
            return Parsed.wrong(
                    "ist von der Tabellenkalkulation gerundet worden",
                    "schreiben Sie die Spalte als Text, alle Ziffern");
        }
        String digits = text.replaceAll("[\\s'-]", "");
        if (!digits.matches("\\d{8}|\\d{12,14}")) {
            return Parsed.wrong(
                    "ist keine GTIN (EAN)",
                    "schreiben Sie 8, 12, 13 oder 14 Ziffern oder lassen Sie die Zelle leer");
        }
        return Gtin.find(digits)
                .map(Parsed::of)
                .orElseGet(
                        () -> {
                            String front = digits.substring(0, digits.length() - 1);
                            return Parsed.wrong(
                                    "hat eine falsche Prüfziffer",
                                    "vergleichen Sie mit der Packung; zu diesen Ziffern gehört %s%d"
                                            .formatted(front, Gtin.checkDigit(front)));
                        });
    }

    /** {@code 16}, {@code ab 18}; 0 for everybody. */
    static Parsed<Integer> ageLimit(String text) {
        Matcher matcher = AGE.matcher(text.strip().toLowerCase(Locale.GERMAN));
        if (matcher.matches()) {
            int age = Integer.parseInt(matcher.group(1));
            if (age == 0 || age == 16 || age == 18) {
                return Parsed.of(age);
            }
        }
        return Parsed.wrong(
                "ist keine Altersgrenze",
                "schreiben Sie 16 oder 18 oder lassen Sie die Zelle leer");
    }

    /**
     * Pieces, or grams when the article is sold by weight: {@code 12,5} with the unit kg is 12,500
     * g.
     */
    static Parsed<Long> quantity(String text, Words.Measure unit) {
        boolean pieces = unit == Words.Measure.PIECE;
        String advice =
                pieces
                        ? "schreiben Sie eine ganze Zahl ab 0, zum Beispiel 20"
                        : "schreiben Sie die Menge in der Einheit der Zeile, auf ganze Gramm";
        return Decimals.parse(text)
                .then(
                        number ->
                                Decimals.whole(
                                        number,
                                        unit.decimals(),
                                        pieces ? MAX_PIECES : MAX_GRAMS,
                                        advice));
    }

    /** Grams or millilitres of one piece, with or without measure: {@code 650}, {@code 0,65 kg}. */
    static Parsed<Integer> perPiece(String text) {
        String advice = "schreiben Sie eine ganze Zahl in g oder ml, zum Beispiel 650";
        boolean bare = text.strip().matches("[\\d.,' ]+");
        Parsed<Amount> amount =
                bare
                        ? Decimals.parse(text).map(number -> new Amount(number, Words.Measure.GRAM))
                        : amount(text, advice);
        return amount.then(
                        found ->
                                Decimals.whole(
                                        found.number(),
                                        found.measure().decimals(),
                                        MAX_PER_PIECE,
                                        advice))
                .then(
                        whole ->
                                whole == 0
                                        ? Parsed.wrong("ist null", advice)
                                        : Parsed.of(Math.toIntExact(whole)));
    }
}
