package de.mobilermarktplatz.kernel.till;

import de.mobilermarktplatz.kernel.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Cash given for an amount due. */
public sealed interface CashChange {

    /** Euro coins and notes in cents, greatest first. */
    List<Integer> FACES =
            List.of(
                    50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2,
                    1);

    /**
     * Enough was given.
     *
     * @param pieces the fewest coins and notes for it, greatest first
     */
    record Back(Money amount, List<Pieces> pieces) implements CashChange {}

    /** More must be given. */
    record TooLittle(Money missing) implements CashChange {}

    /**
     * So many of one coin or note.
     *
     * @param faceCents one of {@link #FACES}
     */
    record Pieces(int faceCents, long count) {}

    /**
     * What to do when {@code tendered} is given for {@code due}.
     *
     * @param due negative if money is to be paid out
     */
    static CashChange of(Money due, Money tendered) {
        Money change = tendered.minus(due);
        return change.isNegative()
                ? new TooLittle(change.negate())
                : new Back(change, piecesOf(change));
    }

    /**
     * Amounts a customer is likely to hand over: exact, the next full euro, and the next 5, 10, 20,
     * 50, 100 euros.
     */
    static List<Money> suggestions(Money due) {
        if (!due.isPositive()) {
            return List.of();
        }
        TreeSet<Money> amounts = new TreeSet<>();
        amounts.add(due);
        for (long step : new long[] {100, 500, 1_000, 2_000, 5_000, 10_000}) {
            amounts.add(Money.cents(Math.multiplyExact(Math.ceilDiv(due.cents(), step), step)));
        }
        return List.copyOf(amounts);
    }

    private static List<Pieces> piecesOf(Money amount) {
        List<Pieces> pieces = new ArrayList<>();
        long left = amount.cents();
        for (int face : FACES) {
            if (left >= face) {
                pieces.add(new Pieces(face, left / face));
                left %= face;
            }
        }
        return List.copyOf(pieces);
    }
}
