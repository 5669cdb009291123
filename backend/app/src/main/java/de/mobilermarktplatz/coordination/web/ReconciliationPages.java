package de.mobilermarktplatz.coordination.web;

import de.mobilermarktplatz.coordination.domain.CashUp;
import de.mobilermarktplatz.coordination.domain.GoodsFlow;
import de.mobilermarktplatz.coordination.domain.OnlinePayments;
import de.mobilermarktplatz.coordination.domain.PaymentProof;
import de.mobilermarktplatz.coordination.domain.Requested;
import de.mobilermarktplatz.coordination.store.GoodsView;
import de.mobilermarktplatz.coordination.store.MoneyView;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.timetable.GermanDays;
import de.mobilermarktplatz.timetable.Timetable;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;

/** Goods and money of a market day side by side: what fits says so, what does not is named. */
@Controller
class ReconciliationPages {

    private final GoodsView goods;
    private final MoneyView money;
    private final Timetable timetable;

    ReconciliationPages(GoodsView goods, MoneyView money, Timetable timetable) {
        this.goods = goods;
        this.money = money;
        this.timetable = timetable;
    }

    /** Asked of a producer. */
    record AskedLine(
            String producer,
            String product,
            String ordered,
            String requested,
            String vanSale,
            String confirmed) {

        static AskedLine of(Requested line) {
            return new AskedLine(
                    line.producer(),
                    line.product(),
                    Words.amount(line.ordered(), line.unit()),
                    Words.amount(line.requested(), line.unit()),
                    Words.amount(line.vanSale(), line.unit()),
                    line.answered() ? Words.amount(line.confirmed(), line.unit()) : "offen");
        }
    }

    /** One article on one tour. */
    record FlowLine(
            String van,
            String product,
            String ordered,
            String loaded,
            String delivered,
            String sold,
            String shrunk,
            String left,
            String verdict,
            String badge) {

        static FlowLine of(GoodsFlow flow) {
            List<String> differences = flow.differences();
            boolean fits = differences.isEmpty();
            String verdict =
                    flow.closed()
                            ? fits ? "stimmt" : String.join(", ", differences)
                            : "noch unterwegs";
            return new FlowLine(
                    flow.van(),
                    flow.product(),
                    Words.amount(flow.ordered(), flow.unit()),
                    Words.amount(flow.loaded(), flow.unit()),
                    Words.amount(flow.handedOver(), flow.unit()),
                    Words.amount(flow.sold(), flow.unit()),
                    Words.amount(flow.shrunk(), flow.unit()),
                    Words.amount(flow.left() + flow.countedDifference(), flow.unit()),
                    verdict,
                    !flow.closed() ? "badge" : fits ? "badge badge-ok" : "badge badge-error");
        }
    }

    /** A closed till. */
    record CashLine(
            int till,
            long zNumber,
            String van,
            long receipts,
            String sales,
            String expected,
            String counted,
            String difference,
            String badge) {

        static CashLine of(CashUp closing) {
            return new CashLine(
                    closing.till(),
                    closing.zNumber(),
                    closing.van(),
                    closing.receipts(),
                    Words.euros(closing.salesCents()),
                    Words.euros(closing.expectedCents()),
                    Words.euros(closing.countedCents()),
                    Words.difference(closing.differenceCents()),
                    closing.differenceCents() == 0 ? "badge badge-ok" : "badge badge-error");
        }
    }

    /** Online payments in one state. */
    record OnlineLine(
            String state, long payments, String authorised, String captured, String refunded) {

        static OnlineLine of(OnlinePayments online) {
            return new OnlineLine(
                    PaymentWords.of(online.state()),
                    online.payments(),
                    Words.euros(online.authorisedCents()),
                    Words.euros(online.capturedCents()),
                    Words.euros(online.refundedCents()));
        }
    }

    /** One night's proof. */
    record ProofRow(
            String day,
            long payments,
            String provider,
            String ledger,
            String verdict,
            String badge) {

        static ProofRow of(PaymentProof proof, LocalDate today) {
            boolean fits = proof.differences() == 0;
            String differences =
                    proof.differences() == 1
                            ? "1 Unterschied"
                            : proof.differences() + " Unterschiede";
            return new ProofRow(
                    GermanDays.day(proof.day(), today),
                    proof.payments(),
                    Words.euros(proof.providerCents()),
                    Words.euros(proof.ledgerCents()),
                    !fits ? differences : proof.finished() ? "stimmt" : "noch nicht fertig",
                    !fits ? "badge badge-error" : proof.finished() ? "badge badge-ok" : "badge");
        }
    }

    @GetMapping("/r/{regionSlug}/leitstelle/abrechnung/{day}")
    @Requires(Permission.BOOKS_READ)
    Mono<String> show(
            Region region,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Model model) {
        model.addAttribute("day", day.toString());
        model.addAttribute("dayText", GermanDays.day(day, timetable.today(region)));
        return Mono.zip(
                        goods.requested(region, day).collectList(),
                        goods.flows(region, day).collectList(),
                        money.cashUps(region, day).collectList(),
                        money.online(region, day).collectList(),
                        money.proofs(region).collectList())
                .doOnNext(
                        all -> {
                            verdict(model, all.getT2(), all.getT3());
                            model.addAttribute(
                                    "asked", all.getT1().stream().map(AskedLine::of).toList());
                            model.addAttribute(
                                    "flows", all.getT2().stream().map(FlowLine::of).toList());
                            model.addAttribute(
                                    "cash", all.getT3().stream().map(CashLine::of).toList());
                            model.addAttribute(
                                    "online", all.getT4().stream().map(OnlineLine::of).toList());
                            model.addAttribute("proofs", proofs(region, all.getT5()));
                        })
                .thenReturn("coordination/reconciliation");
    }

    private List<ProofRow> proofs(Region region, List<PaymentProof> proofs) {
        LocalDate today = timetable.today(region);
        return proofs.stream().map(proof -> ProofRow.of(proof, today)).toList();
    }

    private static void verdict(Model model, List<GoodsFlow> flows, List<CashUp> cash) {
        boolean open = flows.isEmpty() || flows.stream().anyMatch(flow -> !flow.closed());
        long goods = flows.stream().filter(flow -> !flow.differences().isEmpty()).count();
        long tills = cash.stream().filter(till -> till.differenceCents() != 0).count();
        model.addAttribute("open", open);
        model.addAttribute("balanced", !open && goods == 0 && tills == 0);
        model.addAttribute("goodsDifferences", goods);
        model.addAttribute("tillDifferences", tills);
    }
}
