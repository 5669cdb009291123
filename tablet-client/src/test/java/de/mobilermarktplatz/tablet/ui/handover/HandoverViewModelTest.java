package de.mobilermarktplatz.tablet.ui.handover;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.AgeCheckResult;
import de.mobilermarktplatz.contract.journal.RefusalReason;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.tablet.DayTour;
import de.mobilermarktplatz.tablet.SampleTour;
import de.mobilermarktplatz.tablet.core.OrderProgress;
import de.mobilermarktplatz.tablet.device.Scan;
import de.mobilermarktplatz.tablet.ui.ScreenRig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoverViewModelTest {
    @TempDir Path data;
    private ScreenRig rig;
    private HandoverViewModel model;

    @BeforeEach
    void standAtTheStop() throws IOException {
        rig = ScreenRig.onTour(data);
        rig.tell("load all");
        rig.tell("arrive 2");
        model = new HandoverViewModel(rig.cockpit, rig.navigator, Optional.empty());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aPaidOrderIsHandedOverByTheCodeOnThePhone() {
        scan(SampleTour.PAID);
        assertThat(model.order().orElseThrow().number()).isEqualTo("1001");
        assertThat(model.due()).isEqualTo(Money.ZERO);
        model.go();
        assertThat(model.step().get())
                .isEqualTo(new HandoverStep.Done("Übergeben", Money.ZERO, ""));
        assertThat(progress(SampleTour.PAID)).isEqualTo(OrderProgress.HANDED_OVER);
    }

    @Test
    void anUnpaidOrderIsFoundByItsSpokenCodeAndPaidInCash() {
        model.code().set(SampleTour.DUE_CODE.toString().toLowerCase(java.util.Locale.ROOT));
        model.go();
        assertThat(model.step().get()).isEqualTo(new HandoverStep.Paying(Money.cents(535)));
        model.paid(Money.euros(10, 0));
        var done = (HandoverStep.Done) model.step().get();
        assertThat(done.change()).isEqualTo(Money.cents(465));
        assertThat(done.receipt()).contains("Kartoffeln 2 kg").contains("5,35");
    }

    @Test
    void aLeftLineIsNotPaidAndWantsAReason() throws IOException {
        model.code().set(SampleTour.DUE_CODE.toString());
        model.toggle(2);
        assertThat(model.due()).isEqualTo(Money.cents(240));
        model.go();
        assertThat(model.step().get()).isEqualTo(new HandoverStep.AskReason());
        model.because(RefusalReason.DAMAGED);
        assertThat(model.step().get()).isEqualTo(new HandoverStep.Paying(Money.cents(240)));
        model.paid(Money.cents(240));
        assertThat(((HandoverStep.Done) model.step().get()).change()).isEqualTo(Money.ZERO);
    }

    @Test
    void whoTakesNothingHasRefusedTheOrder() {
        model.code().set(SampleTour.DUE_CODE.toString());
        model.toggle(1);
        model.toggle(2);
        model.go();
        model.because(RefusalReason.CHANGED_MIND);
        assertThat(model.step().get())
                .isEqualTo(new HandoverStep.Done("Als abgelehnt gebucht", Money.ZERO, ""));
        assertThat(progress(SampleTour.DUE)).isEqualTo(OrderProgress.REFUSED);
    }

    @Test
    void aMisreadCodeIsSaidAndOpensNothing() {
        model.code().set("222222");
        assertThat(model.step().get()).isEqualTo(new HandoverStep.Finding());
        assertThat(rig.cockpit.notice().get()).isNotEmpty();
        scanText("4006381333931");
        assertThat(rig.cockpit.notice().get()).isEqualTo("Das ist kein Abholcode.");
    }

    @Test
    void anotherCustomersCodeInTheMiddleChangesNothing() {
        scan(SampleTour.DUE);
        scan(SampleTour.PAID);
        assertThat(model.order().orElseThrow().number()).isEqualTo("1002");
        assertThat(rig.cockpit.notice().get()).contains("zuerst diese Bestellung");
    }

    @Test
    void tooLittleMoneyKeepsTheQuestionOpen() {
        scan(SampleTour.DUE);
        model.go();
        model.paid(Money.cents(100));
        assertThat(model.step().get()).isEqualTo(new HandoverStep.Paying(Money.cents(535)));
        assertThat(rig.cockpit.notice().get()).contains("Zu zahlen sind 5,35");
        assertThat(progress(SampleTour.DUE)).isNull();
    }

    @Test
    void anOrderIsHandedOverOnlyOnce() {
        scan(SampleTour.PAID);
        model.go();
        scan(SampleTour.PAID);
        assertThat(rig.cockpit.notice().get()).contains("schon übergeben");
    }

    @Test
    void wineStaysInTheVanWhenTheCustomerIsTooYoung() throws IOException {
        close();
        rig = ScreenRig.onTour(Files.createDirectory(data.resolve("day")), DayTour.snapshot());
        var order =
                rig.backend.tour.orders().stream()
                        .filter(this::holdsWine)
                        .filter(candidate -> candidate.paidOnline())
                        .findFirst()
                        .orElseThrow();
        model = new HandoverViewModel(rig.cockpit, rig.navigator, Optional.empty());
        model.code().set(order.spokenCode().toString());
        model.go();
        assertThat(model.step().get()).isEqualTo(new HandoverStep.AskAge(16));
        model.age(AgeCheckResult.TOO_YOUNG);
        assertThat(model.step().get()).isEqualTo(new HandoverStep.Checking());
        var wine =
                order.lines().stream()
                        .filter(line -> line.product().equals(wine()))
                        .map(line -> line.lineNo())
                        .toList();
        assertThat(model.refused().get()).isEqualTo(Set.copyOf(wine));
        model.go();
        assertThat(model.step().get()).isInstanceOf(HandoverStep.Done.class);
    }

    private boolean holdsWine(de.mobilermarktplatz.contract.tour.TourOrder order) {
        return order.lines().stream().anyMatch(line -> line.product().equals(wine()));
    }

    private de.mobilermarktplatz.kernel.id.ProductId wine() {
        return rig.backend.tour.prices().stream()
                .filter(price -> price.ageLimit() == 16)
                .findFirst()
                .orElseThrow()
                .product();
    }

    private OrderProgress progress(de.mobilermarktplatz.kernel.id.OrderId order) {
        return rig.cockpit.aboard().orElseThrow().state().orders().get(order);
    }

    private void scan(de.mobilermarktplatz.kernel.id.OrderId order) {
        scanText(SampleTour.pickupCode(rig.backend.key, order, Instant.now().plusSeconds(3600)));
    }

    private void scanText(String text) {
        model.scanned(Scan.of(text));
    }
}
