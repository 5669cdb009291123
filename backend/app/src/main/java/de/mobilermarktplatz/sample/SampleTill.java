package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.contract.journal.CashCount;
import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.CashMovementKind;
import de.mobilermarktplatz.contract.journal.Closing;
import de.mobilermarktplatz.contract.journal.CountKind;
import de.mobilermarktplatz.contract.journal.Denomination;
import de.mobilermarktplatz.contract.journal.DepositReturn;
import de.mobilermarktplatz.contract.journal.EntryBody;
import de.mobilermarktplatz.contract.journal.ReceiptBody;
import de.mobilermarktplatz.contract.journal.Sale;
import de.mobilermarktplatz.contract.journal.TaxTotal;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.till.Basket;
import de.mobilermarktplatz.kernel.till.CashChange;
import de.mobilermarktplatz.kernel.till.Receipt;
import de.mobilermarktplatz.kernel.till.Tender;
import de.mobilermarktplatz.kernel.vat.VatKey;
import de.mobilermarktplatz.kernel.vat.VatRates;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The drawer and the receipts of an invented tablet, by the arithmetic of the real ones. */
final class SampleTill {

    private static final long OPEN_MILLIS = 45_000;

    private final TabletJournal journal;
    private final TourSnapshot tour;
    private final VatRates rates;
    private final Map<VatKey, TaxTotal> taxes = new EnumMap<>(VatKey.class);
    private Money cash = Money.ZERO;
    private long receipts;

    SampleTill(TabletJournal journal, TourSnapshot tour) {
        this.journal = journal;
        this.tour = tour;
        this.rates = new VatRates(tour.vatRates());
    }

    OpId write(Instant wall, EntryBody body) {
        return journal.write(wall, tour.generation(), body);
    }

    void open(Instant wall, Money inDrawer) {
        receipts++;
        var _ =
                write(
                        wall,
                        new CashMovement(receipts, CashMovementKind.OPENING_FLOAT, inDrawer, null));
        book(new TaxTotal(VatKey.NOT_TAXABLE, inDrawer, Money.ZERO), inDrawer);
    }

    /** A basket paid in cash, with the note that people usually hand over. */
    OpId sell(Instant wall, @Nullable CallId call, @Nullable OrderId order, Basket basket) {
        Receipt receipt = Receipt.cash(basket, rates, tour.day(), tendered(basket.total()));
        receipts++;
        Sale sale = Sale.of(receipts, tour.tour(), call, order, receipt, OPEN_MILLIS, null);
        book(sale);
        return write(wall, sale);
    }

    void takeBack(Instant wall, @Nullable CallId call, Basket empties) {
        Receipt receipt = Receipt.cash(empties, rates, tour.day(), Money.ZERO);
        receipts++;
        DepositReturn back =
                DepositReturn.of(receipts, tour.tour(), call, receipt, OPEN_MILLIS, null);
        book(back);
        var _ = write(wall, back);
    }

    /** Counted blind, and right to the cent. */
    void close(Instant wall) {
        List<Denomination> coins =
                switch (CashChange.of(Money.ZERO, cash)) {
                    case CashChange.Back back ->
                            back.pieces().stream()
                                    .map(
                                            pieces ->
                                                    new Denomination(
                                                            pieces.faceCents(),
                                                            Math.toIntExact(pieces.count())))
                                    .toList();
                    case CashChange.TooLittle _ -> List.of();
                };
        var _ = write(wall, CashCount.of(CountKind.CLOSING, coins));
        var _ =
                write(
                        wall,
                        new Closing(
                                1,
                                tour.day(),
                                tour.tour(),
                                cash,
                                cash,
                                Money.ZERO,
                                List.copyOf(taxes.values()),
                                List.of(Tender.cash(cash)),
                                1,
                                receipts,
                                receipts,
                                1,
                                journal.next() - 1,
                                journal.head()));
    }

    private void book(ReceiptBody receipt) {
        receipt.taxes().forEach(tax -> book(tax, Money.ZERO));
        cash = cash.plus(receipt.cash());
    }

    private void book(TaxTotal tax, Money inDrawer) {
        var _ =
                taxes.merge(
                        tax.key(),
                        tax,
                        (a, b) ->
                                new TaxTotal(
                                        a.key(), a.gross().plus(b.gross()), a.vat().plus(b.vat())));
        cash = cash.plus(inDrawer);
    }

    private static Money tendered(Money due) {
        List<Money> usual = CashChange.suggestions(due);
        return usual.isEmpty() ? Money.ZERO : usual.get(usual.size() / 2);
    }
}
