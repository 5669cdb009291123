package de.mobilermarktplatz.catalogue.domain;

import de.mobilermarktplatz.catalogue.Article.Deposit.Kind;
import de.mobilermarktplatz.kernel.money.Money;
import java.util.Locale;
import java.util.Optional;

/** Deposit amounts and whether the empty is thrown away or filled again. */
final class Deposits {

    /** VerpackDG § 46: at least 0.25 € on one-way bottles and cans. */
    private static final Money ONE_WAY_MINIMUM = Money.cents(25);

    /**
     * An amount with its kind.
     *
     * @param amount 0 when there is no deposit
     */
    record Stated(Money amount, Kind kind) {}

    private Deposits() {}

    /**
     * {@code 0,15}, {@code 0,25 Einweg}; the usual amounts tell the kind, others need it stated.
     *
     * @param kindText the cell of the column "pfandart", may be empty
     */
    static Parsed<Stated> parse(String text, String kindText) {
        String words = (text + " " + kindText).toLowerCase(Locale.GERMAN);
        boolean oneWay = words.contains("einweg") || words.contains("dpg");
        boolean reusable = words.contains("mehrweg");
        String number = text.replaceAll("(?i)einweg|mehrweg|dpg|pfand|-flasche|[()]", "").strip();
        if (oneWay && reusable) {
            return Parsed.wrong("nennt Einweg und Mehrweg", "schreiben Sie nur eines von beiden");
        }
        return Cells.money(number)
                .then(
                        amount ->
                                amount.isZero()
                                        ? Parsed.of(new Stated(amount, Kind.REUSABLE))
                                        : kind(amount, oneWay, reusable)
                                                .map(kind -> checked(amount, kind))
                                                .orElseGet(
                                                        () ->
                                                                Parsed.wrong(
                                                                        "sagt nicht, ob Einweg oder Mehrweg",
                                                                        "schreiben Sie zum Beispiel „%s Mehrweg“"
                                                                                .formatted(
                                                                                        text
                                                                                                .strip()))));
    }

    private static Optional<Kind> kind(Money amount, boolean oneWay, boolean reusable) {
        if (oneWay || (!reusable && amount.equals(ONE_WAY_MINIMUM))) {
            return Optional.of(Kind.ONE_WAY);
        }
        boolean usualReusable = amount.cents() == 8 || amount.cents() == 15;
        return reusable || usualReusable ? Optional.of(Kind.REUSABLE) : Optional.empty();
    }

    private static Parsed<Stated> checked(Money amount, Kind kind) {
        return kind == Kind.ONE_WAY && amount.compareTo(ONE_WAY_MINIMUM) < 0
                ? Parsed.wrong(
                        "ist für Einweg zu wenig",
                        "schreiben Sie 0,25 oder „Mehrweg“ (Einwegpfand beträgt mindestens 0,25 €)")
                : Parsed.of(new Stated(amount, kind));
    }
}
