package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.DeliveredLine;
import de.mobilermarktplatz.contract.journal.Handover;
import de.mobilermarktplatz.contract.journal.RefusalReason;
import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.contract.tour.TourOrderLine;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.till.Receipt;
import de.mobilermarktplatz.tablet.core.Decision.Accepted;
import de.mobilermarktplatz.tablet.core.Decision.Refused;
import de.mobilermarktplatz.tablet.core.Decision.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Giving a pre-order to its customer. What was paid online is no sale of the till (FIS-02). */
final class HandingOver {
    private HandingOver() {}

    static Decision handOver(Aboard aboard, Command.HandOver command) {
        return switch (PickUp.find(aboard, command.proof())) {
            case PickUp.No no -> new Refused(no.sentence());
            case PickUp.Found found -> handOver(aboard, command, found);
        };
    }

    static Decision refuse(Aboard aboard, Command.Refuse command) {
        return switch (PickUp.find(aboard, command.proof())) {
            case PickUp.No no -> new Refused(no.sentence());
            case PickUp.Found found -> {
                var order = found.order();
                var body = refusal(aboard, order, everyLine(aboard, order), command.reason());
                yield Decision.accept(
                        body,
                        Map.of("order", order.number(), "refusedLines", order.lines().size()));
            }
        };
    }

    /** Lines that were agreed away too: only a refusal of all lines ends the order. */
    private static List<TourOrderLine> everyLine(Aboard aboard, TourOrder order) {
        return aboard.tour()
                .order(order.order())
                .map(known -> AsAgreed.withAllLines(aboard.state(), known).lines())
                .orElse(order.lines());
    }

    private static Decision handOver(Aboard aboard, Command.HandOver command, PickUp.Found found) {
        var order = found.order();
        var unknown = new HashSet<>(command.refused());
        order.lines().forEach(line -> unknown.remove(line.lineNo()));
        if (!unknown.isEmpty()) {
            return new Refused(
                    "Die Bestellung " + order.number() + " hat keine Zeile " + unknown + ".");
        }
        var taken = lines(order, command.refused(), false);
        if (taken.isEmpty()) {
            return new Refused("Alles abgelehnt: bitte „refuse“ statt „handover“ verwenden.");
        }
        var basket = OpenBasket.ordered(taken, aboard.tour());
        var due = order.paidOnline() ? Money.ZERO : basket.total();
        var money = refuseMoney(order, due, command);
        if (money != null) {
            return money;
        }
        int limit = OpenBasket.ageLimit(basket, aboard.tour());
        var blocked = AgeQuestion.block(limit, command.age(), order.order());
        if (blocked.isPresent()) {
            return blocked.get();
        }
        var steps = new ArrayList<>(AgeQuestion.noted(limit, command.age(), order.order()));
        var receipt = due.isPositive() ? Selling.receipt(aboard, basket, tendered(command)) : null;
        steps.addAll(steps(aboard, command, found, due, receipt));
        return new Accepted(steps, answer(aboard, command, order, receipt), hints(aboard, order));
    }

    private static List<Step> steps(
            Aboard aboard,
            Command.HandOver command,
            PickUp.Found found,
            Money due,
            @Nullable Receipt receipt) {
        var order = found.order();
        var steps = new ArrayList<Step>();
        boolean paidNow = receipt != null;
        if (receipt != null) {
            var sale = Selling.sale(aboard, order.order(), receipt);
            steps.add(place -> sale);
        }
        var delivered = delivered(lines(order, command.refused(), false));
        steps.add(
                place ->
                        new Handover(
                                order.order(),
                                callOf(aboard, order),
                                aboard.tour().snapshot().tour(),
                                found.proof(),
                                delivered,
                                due,
                                paidNow ? place.before() : null));
        var refused = lines(order, command.refused(), true);
        if (!refused.isEmpty()) {
            var body = refusal(aboard, order, refused, command.reason());
            steps.add(place -> body);
        }
        return steps;
    }

    private static @Nullable Decision refuseMoney(
            TourOrder order, Money due, Command.HandOver command) {
        if (due.isZero()) {
            return command.tendered() == null || command.tendered().isZero()
                    ? null
                    : new Refused(
                            "Die Bestellung "
                                    + order.number()
                                    + " ist schon online bezahlt. Bitte das Geld zurückgeben.");
        }
        if (command.tendered() == null) {
            return new Refused(
                    "Die Bestellung "
                            + order.number()
                            + " ist noch nicht bezahlt. Bitte "
                            + Euro.of(due)
                            + " kassieren.");
        }
        return Selling.refuseMoney(due, command.tendered());
    }

    private static Map<String, Object> answer(
            Aboard aboard, Command.HandOver command, TourOrder order, @Nullable Receipt receipt) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("order", order.number());
        answer.put("orderId", order.order().toString());
        answer.put("name", order.shortName());
        answer.put("paidOnline", order.paidOnline());
        answer.put("refusedLines", command.refused().size());
        if (receipt != null) {
            answer.putAll(Selling.answer(aboard, receipt));
        }
        return answer;
    }

    private static List<String> hints(Aboard aboard, TourOrder order) {
        var here = aboard.call();
        return here == null || here.equals(order.call())
                ? List.of()
                : List.of("Die Bestellung war für einen anderen Halt bestimmt.");
    }

    private static de.mobilermarktplatz.contract.journal.Refused refusal(
            Aboard aboard, TourOrder order, List<TourOrderLine> lines, RefusalReason reason) {
        return new de.mobilermarktplatz.contract.journal.Refused(
                order.order(),
                callOf(aboard, order),
                aboard.tour().snapshot().tour(),
                reason,
                delivered(lines));
    }

    private static CallId callOf(Aboard aboard, TourOrder order) {
        var here = aboard.call();
        return here == null ? order.call() : here;
    }

    private static Money tendered(Command.HandOver command) {
        return command.tendered() == null ? Money.ZERO : command.tendered();
    }

    private static List<TourOrderLine> lines(
            TourOrder order, Set<Integer> refused, boolean wanted) {
        return order.lines().stream()
                .filter(line -> refused.contains(line.lineNo()) == wanted)
                .toList();
    }

    private static List<DeliveredLine> delivered(List<TourOrderLine> lines) {
        return lines.stream()
                .map(line -> new DeliveredLine(line.lineNo(), line.unit(), line.amount()))
                .toList();
    }
}
