package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.PaymentFact;
import de.mobilermarktplatz.contract.pickup.AccountCheck;
import de.mobilermarktplatz.contract.pickup.AccountPermit;
import de.mobilermarktplatz.contract.pickup.SignedAccountPermit;
import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.till.Receipt;
import de.mobilermarktplatz.kernel.till.TenderKind;
import de.mobilermarktplatz.tablet.core.Decision.Accepted;
import de.mobilermarktplatz.tablet.core.Decision.Refused;
import java.util.ArrayList;
import java.util.Objects;

/**
 * Sales to a customer's saved card without a network: the server allowed it beforehand, within
 * limits that this tablet counts. Whatever is refused here can still be paid in cash.
 */
public final class OnAccount {
    private OnAccount() {}

    /** Whether a scanned text looks like a customer's permit; nothing about it is checked. */
    public static boolean isPermit(String text) {
        try {
            var _ = SignedAccountPermit.parse(text).permit();
            return true;
        } catch (WireException noPermit) {
            return false;
        }
    }

    static Decision pay(Aboard aboard, Command.PayOnAccount pay) {
        var basket = OpenBasket.priced(aboard.state().basket(), aboard.tour());
        if (basket.isEmpty()) {
            return new Refused("Der Korb ist leer.");
        }
        if (!basket.total().isPositive()) {
            return new Refused("Auf Rechnung geht nur, was etwas kostet. Bitte bar auszahlen.");
        }
        AccountPermit permit;
        SignedAccountPermit signed;
        try {
            signed = SignedAccountPermit.parse(pay.permit());
            permit = signed.permit();
        } catch (WireException noPermit) {
            return refused(AccountCheck.Reason.NO_PERMIT);
        }
        var wish =
                new AccountCheck.Wish(
                        permit.order(),
                        aboard.tour().snapshot().day(),
                        basket.total(),
                        ofCustomer(aboard.state(), permit.order()),
                        ofVan(aboard.state()));
        var check = AccountCheck.of(signed, wish, aboard.till().serverKeys(), aboard.now());
        if (check instanceof AccountCheck.Refused no) {
            return no.reason() == AccountCheck.Reason.OVER_LIMIT
                    ? overLimit(permit, wish)
                    : refused(no.reason());
        }
        int limit = OpenBasket.ageLimit(basket, aboard.tour());
        var blocked = AgeQuestion.block(limit, pay.age(), null);
        if (blocked.isPresent()) {
            return blocked.get();
        }
        var receipt =
                Receipt.cashless(basket, aboard.tour().rates(), aboard.today(), TenderKind.ACCOUNT);
        var steps = new ArrayList<>(AgeQuestion.noted(limit, pay.age(), null));
        var body = Selling.sale(aboard, null, receipt);
        steps.add(place -> body);
        steps.add(
                place ->
                        PaymentFact.onAccount(
                                Objects.requireNonNull(place.before(), "the receipt"),
                                permit.order(),
                                receipt.total()));
        return new Accepted(
                steps, Selling.answer(aboard, receipt), Selling.stockHints(aboard, basket));
    }

    /** What this tablet sold to the customer's card before; a permit holds for one day. */
    private static Money ofCustomer(TabletState state, OrderId order) {
        return Money.sum(
                state.onAccount().values().stream()
                        .filter(sold -> sold.order().equals(order))
                        .map(TabletState.OnAccount::amount)
                        .toList());
    }

    /** What this tablet sold to anybody's card since the last closing. */
    private static Money ofVan(TabletState state) {
        return state.payments().getOrDefault(TenderKind.ACCOUNT, Money.ZERO).max(Money.ZERO);
    }

    private static Decision overLimit(AccountPermit permit, AccountCheck.Wish wish) {
        var limits = permit.limits();
        var left =
                limits.sale()
                        .min(limits.day().minus(wish.customerToday()))
                        .min(limits.van().minus(wish.vanToday()))
                        .max(Money.ZERO);
        return new Refused(
                left.isZero()
                        ? "Auf Rechnung geht heute nichts mehr. Bitte bar kassieren."
                        : "Auf Rechnung gehen jetzt höchstens "
                                + Euro.of(left)
                                + ", der Korb kostet "
                                + Euro.of(wish.amount())
                                + ". Bitte bar kassieren.");
    }

    private static Refused refused(AccountCheck.Reason reason) {
        return new Refused(
                switch (reason) {
                    case NO_PERMIT -> "Das ist kein Kundencode. Bitte bar kassieren.";
                    case UNKNOWN_KEY ->
                            "Der Kundencode stammt nicht von unserem Server. Bitte bar kassieren.";
                    case BAD_SIGNATURE ->
                            "Der Kundencode ist verändert worden und gilt nicht. Bitte bar kassieren.";
                    case EXPIRED -> "Der Kundencode ist abgelaufen. Bitte bar kassieren.";
                    case NOT_FOR_THIS ->
                            "Der Kundencode gilt an einem anderen Markttag. Bitte bar kassieren.";
                    case OVER_LIMIT ->
                            "Das ist mehr, als auf Rechnung vereinbart ist. Bitte bar kassieren.";
                });
    }
}
