package de.mobilermarktplatz.kernel.till;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.Seeds;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Quantity;
import de.mobilermarktplatz.kernel.vat.VatKey;
import de.mobilermarktplatz.kernel.vat.VatRates;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReceiptPropertiesTest {

    private static final Pattern SYNTAX =
            Pattern.compile(
                    "^(Beleg|AVBelegabbruch)\\^(-?\\d+\\.\\d{2}(?:_-?\\d+\\.\\d{2}){4})\\^"
                            + "(-?\\d+\\.\\d{2}:(?:Bar|Unbar)(?:_-?\\d+\\.\\d{2}:(?:Bar|Unbar))*)?$");
    private static final VatKey[] KEYS = {
        VatKey.GENERAL, VatKey.REDUCED, VatKey.FARM, VatKey.FORESTRY, VatKey.TAX_FREE
    };

    @Test
    void slotsAndPaymentsOfEveryReceiptAddUpToItsTotal() {
        Seeds.forEach(
                2_000,
                random -> {
                    Basket basket = randomBasket(random);
                    Receipt receipt = pay(basket, random);

                    Matcher parts = SYNTAX.matcher(receipt.processData());
                    assertThat(parts.matches()).as(receipt.processData()).isTrue();
                    assertThat(centsIn(parts.group(2))).isEqualTo(basket.total().cents());
                    assertThat(centsIn(parts.group(3))).isEqualTo(basket.total().cents());
                });
    }

    @Test
    void aReceiptAndItsReversalCancelOut() {
        Seeds.forEach(
                1_000,
                random -> {
                    Basket basket = randomBasket(random);
                    Basket reversed =
                            new Basket(basket.lines().stream().map(BasketLine::reversed).toList());

                    assertThat(reversed.vatShares(VatRates.german(), LocalDate.of(2026, 1, 1)))
                            .isEqualTo(
                                    basket
                                            .vatShares(VatRates.german(), LocalDate.of(2026, 1, 1))
                                            .stream()
                                            .map(share -> share.negate())
                                            .toList());
                });
    }

    private static Receipt pay(Basket basket, Random random) {
        Money total = basket.total();
        LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
        Money card =
                Money.cents(
                        total.isPositive() && random.nextBoolean()
                                ? random.nextLong(total.cents())
                                : 0);
        Money tendered = total.minus(card).max(Money.ZERO).plus(Money.cents(random.nextInt(2_000)));
        return Receipt.split(basket, VatRates.german(), day, List.of(Tender.card(card)), tendered);
    }

    private static Basket randomBasket(Random random) {
        Basket basket = Basket.EMPTY;
        for (int i = random.nextInt(8); i >= 0; i--) {
            basket = basket.plus(randomLine(random));
        }
        return basket;
    }

    private static BasketLine randomLine(Random random) {
        VatKey key = KEYS[random.nextInt(KEYS.length)];
        Money price = Money.cents(random.nextInt(3_000));
        ProductId product = new ProductId(new UUID(random.nextLong(), random.nextLong()));
        return switch (random.nextInt(5)) {
            case 0 ->
                    BasketLine.depositReturn(
                            "Flasche", 1 + random.nextInt(20), Money.cents(8), key);
            case 1 -> BasketLine.discount("Rabatt", Money.cents(1 + random.nextInt(200)), key);
            case 2 ->
                    BasketLine.goods(
                            product, "lose", Quantity.grams(random.nextInt(5_000)), price, key);
            default ->
                    BasketLine.goods(
                                    product,
                                    "Stück",
                                    Quantity.pieces(1 + random.nextInt(9)),
                                    price,
                                    key)
                            .withDeposit(Money.cents(random.nextInt(3) * 8L), VatKey.GENERAL);
        };
    }

    private static long centsIn(String amounts) {
        long sum = 0;
        if (amounts != null) {
            for (String part : amounts.split("_")) {
                sum += Long.parseLong(part.split(":")[0].replace(".", ""));
            }
        }
        return sum;
    }
}
