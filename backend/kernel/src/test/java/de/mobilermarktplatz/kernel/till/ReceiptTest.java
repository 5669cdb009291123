package de.mobilermarktplatz.kernel.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Quantity;
import de.mobilermarktplatz.kernel.vat.VatKey;
import de.mobilermarktplatz.kernel.vat.VatRates;
import de.mobilermarktplatz.kernel.vat.VatShare;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The basket that was worked out by hand: three VAT keys, a deposit charged and one returned. */
class ReceiptTest {

    private static final VatRates RATES = VatRates.german();
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final Money TEN = Money.euros(10, 0);

    private final Basket basket =
            Basket.EMPTY
                    .plus(goods("Kartoffeln", Quantity.grams(2_000), 120, VatKey.REDUCED))
                    .plus(goods("Honig", Quantity.pieces(1), 650, VatKey.REDUCED))
                    .plus(
                            goods("Saft", Quantity.pieces(1), 280, VatKey.GENERAL)
                                    .withDeposit(Money.cents(15), VatKey.GENERAL))
                    .plus(BasketLine.depositReturn("Dose", 1, Money.cents(25), VatKey.GENERAL))
                    .plus(goods("Eier", Quantity.pieces(1), 350, VatKey.FARM));

    @Test
    void goodsDepositsAndEmptiesMakeTheTotal() {
        assertThat(basket.total()).isEqualTo(Money.euros(15, 10));
    }

    @Test
    void eachVatKeyIsRoundedOnce() {
        assertThat(basket.vatShares(RATES, DAY))
                .containsExactly(
                        share(VatKey.GENERAL, 270, 227, 43),
                        share(VatKey.REDUCED, 890, 832, 58),
                        share(VatKey.FARM, 350, 325, 25));
    }

    @Test
    void aSplitPaymentTakesTheRestInCash() {
        Receipt receipt = Receipt.split(basket, RATES, DAY, List.of(Tender.card(TEN)), TEN);

        assertThat(receipt.payments())
                .containsExactly(Tender.cash(Money.euros(5, 10)), Tender.card(TEN));
        assertThat(receipt.change()).isEqualTo(Money.euros(4, 90));
        assertThat(receipt.processData())
                .isEqualTo("Beleg^2.70_8.90_3.50_0.00_0.00^5.10:Bar_10.00:Unbar");
    }

    @Test
    void aFullReversalPaysTheCashBack() {
        Basket reversed = new Basket(basket.lines().stream().map(BasketLine::reversed).toList());

        Receipt receipt = Receipt.cash(reversed, RATES, DAY, Money.ZERO);

        assertThat(receipt.change()).isEqualTo(Money.euros(15, 10));
        assertThat(receipt.processData()).isEqualTo("Beleg^-2.70_-8.90_-3.50_0.00_0.00^-15.10:Bar");
    }

    @Test
    void tooLittleCashMakesNoReceipt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Receipt.cash(basket, RATES, DAY, TEN))
                .withMessage("10.00 were given but 15.10 are due");
    }

    @Test
    void aFreeBasketHasNoPayment() {
        Basket free =
                Basket.EMPTY
                        .plus(goods("Brot", Quantity.pieces(1), 325, VatKey.REDUCED))
                        .plus(BasketLine.discount("Gutschein", Money.cents(325), VatKey.REDUCED));

        Receipt receipt = Receipt.cashless(free, RATES, DAY, TenderKind.CARD);

        assertThat(receipt.payments()).isEmpty();
        assertThat(receipt.processData()).isEqualTo("Beleg^0.00_0.00_0.00_0.00_0.00^");
    }

    @Test
    void figuresThatDoNotAddUpMakeNoReceipt() {
        Receipt good = Receipt.cash(basket, RATES, DAY, Money.euros(20, 0));

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Receipt(
                                        good.lines(),
                                        good.shares(),
                                        good.total(),
                                        List.of(Tender.cash(Money.cents(1))),
                                        Money.cents(1),
                                        Money.ZERO))
                .withMessage("payments come to 0.01, not 15.10");
    }

    @Test
    void aPreOrderKeepsItsFrozenTotal() {
        BasketLine line =
                goods("Käse", Quantity.grams(253), 1_990, VatKey.REDUCED)
                        .settling(2, Money.euros(5, 0));

        assertThat(line.gross()).isEqualTo(Money.euros(5, 0));
        assertThat(line.orderLine()).isEqualTo(2);
    }

    @Test
    void linesCanBeChangedAndTakenOut() {
        Basket two = basket.with(1, basket.lines().get(1).withQuantity(Quantity.pieces(2)));

        assertThat(two.total()).isEqualTo(Money.euros(21, 60));
        assertThat(two.without(1).total()).isEqualTo(Money.euros(8, 60));
        assertThat(basket.total()).isEqualTo(Money.euros(15, 10));
    }

    @Test
    void goodsByWeightCarryNoDeposit() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                basket.lines()
                                        .getFirst()
                                        .withDeposit(Money.cents(15), VatKey.GENERAL));
    }

    private static BasketLine goods(String text, Quantity quantity, long cents, VatKey key) {
        ProductId product = new ProductId(UUID.nameUUIDFromBytes(text.getBytes()));
        return BasketLine.goods(product, text, quantity, Money.cents(cents), key);
    }

    private static VatShare share(VatKey key, long gross, long net, long vat) {
        return new VatShare(key, Money.cents(gross), Money.cents(net), Money.cents(vat));
    }
}
