package de.mobilermarktplatz.tablet.core;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.crypto.Ed25519KeyPair;
import de.mobilermarktplatz.contract.journal.EntryBody;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.RequestVerdict;
import de.mobilermarktplatz.contract.tour.TourRequest;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.BootId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.tablet.SampleTour;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules on board without disk, screen or network: every entry is folded as it is made. */
final class AVan {
    static final Ed25519KeyPair SERVER = Ed25519KeyPair.generate(new SecureRandom());
    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final Till till =
            new Till(1, "Musterkreis", ZoneId.of("Europe/Berlin"), Map.of(1, SERVER.publicKey()));
    private final List<TourRequest> requests = new ArrayList<>();
    final List<EntryBody> written = new ArrayList<>();
    List<String> hints = List.of();
    private TabletState state = TabletState.EMPTY;

    static AVan loaded() {
        var van = new AVan();
        van.does(new Command.Load("all"));
        van.does(new Command.Arrive("2"));
        return van;
    }

    Aboard aboard() {
        return new Aboard(state, tour(), till, NOW, 0);
    }

    Decision asks(Command command) {
        return Rules.decide(aboard(), command, Optional.empty());
    }

    void does(Command command) {
        var decision = asks(command);
        assertThat(decision).as("%s", decision).isInstanceOf(Decision.Accepted.class);
        writes((Decision.Accepted) decision);
    }

    void scans(DraftLine line) {
        var basket = new ArrayList<>(state.basket());
        basket.add(line);
        state = state.withBasket(basket);
    }

    /** A wish of the office arrives; the answers that were written because of it. */
    List<RequestVerdict> hears(TourRequest... wishes) {
        requests.addAll(List.of(wishes));
        return answers();
    }

    List<RequestVerdict> answers() {
        int before = written.size();
        hints = List.of();
        Requests.answer(aboard()).ifPresent(this::writes);
        return written.subList(before, written.size()).stream()
                .map(RequestVerdict.class::cast)
                .toList();
    }

    private void writes(Decision.Accepted accepted) {
        hints = accepted.hints();
        @Nullable OpId before = null;
        for (var step : accepted.steps()) {
            var body =
                    step.body(
                            new Decision.Place(written.size() + 1, Bytes.of(new byte[32]), before));
            before = new OpId(new UUID(9, written.size()));
            written.add(body);
            var entry =
                    JournalEntry.of(
                            written.size(), before, 1, NOW, 1, new BootId(new UUID(9, 9)), 0, body);
            state = state.after(Consequences.of(entry, tour()));
        }
    }

    private Tour tour() {
        var s = SampleTour.snapshot();
        return Tour.of(
                new TourSnapshot(
                        s.proto(),
                        s.tour(),
                        s.generation(),
                        s.day(),
                        s.van(),
                        s.vanName(),
                        s.serverTime(),
                        s.catalogueVersion(),
                        s.receiptHeader(),
                        s.visits(),
                        s.orders(),
                        s.crates(),
                        s.prices(),
                        s.depositKinds(),
                        s.vanStock(),
                        s.vatRates(),
                        s.heads(),
                        List.copyOf(requests)));
    }
}
