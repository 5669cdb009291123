package de.mobilermarktplatz.coordination.web;

import de.mobilermarktplatz.coordination.domain.Amounts;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.text.German;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Amounts and times as the desk reads them. */
final class Words {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EE, d. MMM, H:mm 'Uhr'", Locale.GERMANY);

    private Words() {}

    static String euros(long cents) {
        return German.euros(Money.cents(cents));
    }

    /**
     * A number under a heading that says what it counts.
     *
     * @param unit PIECE or GRAM
     */
    static String amount(long amount, String unit) {
        return unit.equals("GRAM")
                ? German.quantity(Unit.GRAM, amount)
                : String.format(Locale.GERMANY, "%,d", amount);
    }

    /** "412 Stück und 38,5 kg"; a dash for nothing. */
    static String amounts(Amounts amounts) {
        return String.join(" und ", each(amounts));
    }

    /** Pieces and weights apart; a dash for nothing. */
    static List<String> each(Amounts amounts) {
        List<String> words = new ArrayList<>();
        if (amounts.pieces() != 0) {
            words.add(German.quantity(Unit.PIECE, amounts.pieces()));
        }
        if (amounts.grams() != 0) {
            words.add(German.quantity(Unit.GRAM, amounts.grams()));
        }
        return words.isEmpty() ? List.of("–") : List.copyOf(words);
    }

    /** "stimmt" is said in words, not by colour alone. */
    static String difference(long cents) {
        return cents == 0 ? "stimmt" : euros(cents);
    }

    /** "Di., 1. Dez., 9:05 Uhr" */
    static String moment(Instant instant, Region region) {
        return MOMENT.format(instant.atZone(region.zone()));
    }
}
