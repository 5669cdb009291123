package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.catalogue.Article;
import de.mobilermarktplatz.catalogue.OfferView;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.PriceRule;
import de.mobilermarktplatz.kernel.quantity.Quantity;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.timetable.Call;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One call's part of a cart, at today's prices. */
public record CallCart(Call call, List<Line> lines) {

    /** Whether a line could be ordered now. */
    public enum Trouble {
        NONE,
        /** Something is left, but less than wished. */
        TOO_MUCH,
        SOLD_OUT,
        CUT_OFF
    }

    /**
     * @param quantity pieces or grams
     * @param amount price of the quantity without deposit
     * @param deposit of the quantity
     */
    public record Line(
            OfferView offer, long quantity, Money amount, Money deposit, Trouble trouble) {}

    static CallCart of(
            Call call, List<CartLine> lines, Map<OfferId, OfferView> offers, Instant now) {
        return new CallCart(
                call,
                lines.stream()
                        .filter(line -> offers.containsKey(line.offer()))
                        .map(
                                line ->
                                        line(
                                                Objects.requireNonNull(offers.get(line.offer())),
                                                line.quantity(),
                                                now))
                        .toList());
    }

    public Money goods() {
        return Money.sum(lines.stream().map(Line::amount).toList());
    }

    public Money deposit() {
        return Money.sum(lines.stream().map(Line::deposit).toList());
    }

    public Money total() {
        return goods().plus(deposit());
    }

    public boolean orderable() {
        return !lines.isEmpty() && lines.stream().allMatch(line -> line.trouble() == Trouble.NONE);
    }

    private static Line line(OfferView offer, long quantity, Instant now) {
        Article article = offer.product().article();
        Article.Deposit deposit = article.deposit();
        boolean pieces = article.unit() == Unit.PIECE;
        return new Line(
                offer,
                quantity,
                PriceRule.total(offer.price(), new Quantity(article.unit(), quantity)),
                deposit == null || !pieces ? Money.ZERO : deposit.amount().times(quantity),
                trouble(offer, quantity, now));
    }

    private static Trouble trouble(OfferView offer, long quantity, Instant now) {
        if (!now.isBefore(offer.cutOff())) {
            return Trouble.CUT_OFF;
        }
        if (offer.free() == 0) {
            return Trouble.SOLD_OUT;
        }
        return offer.free() < quantity ? Trouble.TOO_MUCH : Trouble.NONE;
    }
}
