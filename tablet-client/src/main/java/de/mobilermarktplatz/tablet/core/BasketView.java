package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.till.BasketLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The open basket as the driver reads it.
 *
 * @param total goods and deposits; negative when more comes back than goes out
 * @param ageLimit years that the strictest article asks for, 0 for none
 */
public record BasketView(List<Line> lines, Money total, int ageLimit) {
    public static final BasketView EMPTY = new BasketView(List.of(), Money.ZERO, 0);

    public BasketView {
        lines = List.copyOf(lines);
    }

    /**
     * One article or one kind of empties.
     *
     * @param product null for empties
     * @param amount pieces or grams; of empties the pieces taken back
     * @param price per piece or kilogram, deposit not included
     * @param depositEach on top of each piece, 0 if none
     * @param gross what the line adds to the total
     * @param ageLimit years, 0 for none
     */
    public record Line(
            @Nullable ProductId product,
            String text,
            Unit unit,
            long amount,
            Money price,
            Money depositEach,
            Money gross,
            int ageLimit) {

        /** So many pieces or grams more, or fewer. */
        public Command more(long delta) {
            return product == null
                    ? new Command.BottlesBack(text, delta)
                    : new Command.Scan(product.toString(), delta);
        }

        public String amountText() {
            return Euro.amount(unit, amount);
        }

        /** {@code je 2,80 € + 0,15 € Pfand}. */
        public String priceText() {
            return (unit == Unit.GRAM ? "je kg " : "je ")
                    + Euro.of(price)
                    + (depositEach.isZero() ? "" : " + " + Euro.of(depositEach) + " Pfand");
        }
    }

    public static BasketView of(Aboard aboard) {
        var tour = aboard.tour();
        var basket = OpenBasket.priced(aboard.state().basket(), tour);
        return new BasketView(
                basket.lines().stream().map(line -> line(line, tour)).toList(),
                basket.total(),
                OpenBasket.ageLimit(basket, tour));
    }

    private static Line line(BasketLine line, Tour tour) {
        var product = line.product();
        int ageLimit = product == null ? 0 : tour.price(product).map(a -> a.ageLimit()).orElse(0);
        long amount = line.quantity().amount();
        return new Line(
                product,
                line.text(),
                line.quantity().unit(),
                product == null ? -amount : amount,
                line.unitPrice(),
                line.depositEach(),
                line.gross(),
                ageLimit);
    }
}
