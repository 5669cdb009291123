package de.mobilermarktplatz.tablet.headless;

import de.mobilermarktplatz.contract.journal.CountKind;
import de.mobilermarktplatz.contract.journal.Denomination;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.till.CashChange;
import de.mobilermarktplatz.tablet.core.Command;
import java.util.ArrayList;
import java.util.List;

/** The typed cash count: coins and notes one by one, or their sum. */
final class CountLine {
    private CountLine() {}

    static Command.Count read(Words words) {
        var kind = CountKind.CLOSING;
        for (var candidate : CountKind.values()) {
            if (words.nextIs(candidate.name())) {
                kind = words.constant(CountKind.class, words.next("die Art der Zählung"));
            }
        }
        var total = words.after("total");
        if (total.isPresent()) {
            return new Command.Count(kind, fewest(CommandLine.cents(total.get())));
        }
        var coins = new ArrayList<Denomination>();
        while (!words.isEmpty()) {
            coins.add(coins(words.next("Wert:Anzahl")));
        }
        if (coins.isEmpty()) {
            throw new Words.Misspelt("Es fehlt: was in der Kasse liegt, Wert:Anzahl oder total.");
        }
        return new Command.Count(kind, coins);
    }

    private static Denomination coins(String word) {
        var parts = word.split(":", 2);
        int count = parts.length == 2 ? (int) cents(parts[1]) : 1;
        int face = (int) cents(parts[0]);
        if (!CashChange.FACES.contains(face)) {
            throw new Words.Misspelt(
                    "Eine Münze oder einen Schein von " + face + " ct gibt es nicht.");
        }
        return new Denomination(face, count);
    }

    private static long cents(String word) {
        if (!word.matches("\\d{1,7}")) {
            throw new Words.Misspelt("„" + word + "“ ist keine Anzahl.");
        }
        return Long.parseLong(word);
    }

    private static List<Denomination> fewest(Money total) {
        return CashChange.of(Money.ZERO, total) instanceof CashChange.Back back
                ? back.pieces().stream()
                        .map(p -> new Denomination(p.faceCents(), Math.toIntExact(p.count())))
                        .toList()
                : List.of();
    }
}
