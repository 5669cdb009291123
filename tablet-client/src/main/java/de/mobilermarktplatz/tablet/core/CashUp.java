package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.AbortReason;
import de.mobilermarktplatz.contract.journal.CashCount;
import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.CashMovementKind;
import de.mobilermarktplatz.contract.journal.Closing;
import de.mobilermarktplatz.contract.journal.TaxTotal;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.till.Tender;
import de.mobilermarktplatz.kernel.till.TenderKind;
import de.mobilermarktplatz.kernel.vat.VatKey;
import de.mobilermarktplatz.tablet.core.Decision.Accepted;
import de.mobilermarktplatz.tablet.core.Decision.Place;
import de.mobilermarktplatz.tablet.core.Decision.Refused;
import de.mobilermarktplatz.tablet.core.Decision.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The drawer: cash in and out, counting, closing the day. */
final class CashUp {
    private CashUp() {}

    static Decision move(Aboard aboard, Command.MoveCash command) {
        if (command.amount().isZero()) {
            return new Refused("Der Betrag ist null.");
        }
        if (command.kind() == CashMovementKind.DIFFERENCE) {
            return new Refused("Eine Differenz bucht nur der Kassenabschluss.");
        }
        return Decision.accept(
                new CashMovement(aboard.nextReceipt(), command.kind(), command.amount(), null),
                Map.of("receiptNo", aboard.nextReceipt(), "amountCents", command.amount().cents()));
    }

    /** Blind: the answer says what was counted, never what was expected. */
    static Decision count(Command.Count command) {
        var count = CashCount.of(command.kind(), command.coins());
        return Decision.accept(count, Map.of("countedCents", count.total().cents()));
    }

    static Decision close(Aboard aboard) {
        var state = aboard.state();
        if (state.count(Counter.PERIOD_COUNTS) == 0) {
            return new Refused("Vor dem Abschluss bitte die Kasse zählen.");
        }
        var expected = Money.cents(state.count(Counter.CASH));
        var counted = Money.cents(state.count(Counter.PERIOD_COUNTED));
        var difference = counted.minus(expected);
        var steps = new ArrayList<Step>();
        if (!state.basket().isEmpty()) {
            // No process stays open at a closing (FIS-07).
            var abortion = Selling.abortion(aboard, AbortReason.CLOSING);
            steps.add(place -> abortion);
        }
        if (!difference.isZero()) {
            var booked =
                    new CashMovement(
                            aboard.nextReceipt(), CashMovementKind.DIFFERENCE, difference, null);
            steps.add(place -> booked);
        }
        steps.add(place -> closing(aboard, expected, counted, place));
        return new Accepted(
                steps,
                Map.of(
                        "zNumber",
                        state.count(Counter.CLOSINGS) + 1,
                        "expectedCents",
                        expected.cents(),
                        "countedCents",
                        counted.cents(),
                        "differenceCents",
                        difference.cents()),
                List.of());
    }

    private static Closing closing(Aboard aboard, Money expected, Money counted, Place place) {
        var state = aboard.state();
        var difference = counted.minus(expected);
        long closed = state.count(Counter.CLOSED_RECEIPT);
        long last = state.count(Counter.RECEIPTS) + (difference.isZero() ? 0 : 1);
        boolean any = last > closed;
        return new Closing(
                state.count(Counter.CLOSINGS) + 1,
                aboard.today(),
                aboard.tour().snapshot().tour(),
                expected,
                counted,
                difference,
                taxes(state, difference),
                payments(state, difference),
                any ? closed + 1 : 0,
                any ? last : 0,
                last - closed,
                state.count(Counter.CLOSED_SEQ) + 1,
                place.seq() - 1,
                place.headHash());
    }

    /** Totals of the period, with the difference that is booked in the same commit. */
    private static List<TaxTotal> taxes(TabletState state, Money difference) {
        var taxes = new EnumMap<VatKey, TaxTotal>(VatKey.class);
        taxes.putAll(state.taxes());
        if (!difference.isZero()) {
            taxes.merge(
                    VatKey.NOT_TAXABLE,
                    new TaxTotal(VatKey.NOT_TAXABLE, difference, Money.ZERO),
                    (a, b) ->
                            new TaxTotal(
                                    a.key(), a.gross().plus(b.gross()), a.vat().plus(b.vat())));
        }
        return List.copyOf(taxes.values());
    }

    private static List<Tender> payments(TabletState state, Money difference) {
        var payments = new EnumMap<TenderKind, Money>(TenderKind.class);
        payments.putAll(state.payments());
        if (!difference.isZero()) {
            payments.merge(TenderKind.CASH, difference, Money::plus);
        }
        return payments.entrySet().stream()
                .sorted(Comparator.comparing(paid -> paid.getKey().code()))
                .map(paid -> new Tender(paid.getKey(), paid.getValue()))
                .toList();
    }
}
