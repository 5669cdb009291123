package de.mobilermarktplatz.tablet.ui.sale;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.AgeCheckResult;
import de.mobilermarktplatz.contract.journal.VoidReason;
import de.mobilermarktplatz.contract.pickup.AccountLimits;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.tablet.SampleTour;
import de.mobilermarktplatz.tablet.core.Shelf;
import de.mobilermarktplatz.tablet.device.Scan;
import de.mobilermarktplatz.tablet.ui.ScreenRig;
import de.mobilermarktplatz.tablet.ui.frame.Cockpit;
import de.mobilermarktplatz.tablet.ui.frame.Later;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaleViewModelTest {
    @TempDir Path data;
    private final SoldBefore soldBefore = new SoldBefore();
    private ScreenRig van;
    private SaleViewModel sale;

    @BeforeEach
    void loadTheVan() throws IOException {
        van = ScreenRig.onTour(data);
        van.tell("load all");
        sale = new SaleViewModel(van.cockpit, soldBefore);
    }

    @AfterEach
    void park() {
        van.close();
    }

    @Test
    void aScannedArticleLiesInTheBasketWithItsDeposit() {
        scan(SampleTour.JUICE_GTIN);
        scan(SampleTour.JUICE_GTIN);

        var line = sale.basket().get().lines().getFirst();
        assertThat(line.text()).isEqualTo("Apfelsaft 1 l");
        assertThat(line.amountText()).isEqualTo("2");
        assertThat(line.priceText()).isEqualTo("je 2,80 € + 0,15 € Pfand");
        assertThat(total()).isEqualTo("5.90");
    }

    @Test
    void plusAndMinusChangeALineUntilItIsGone() {
        take("Kartoffeln 2 kg");
        sale.more(sale.basket().get().lines().getFirst());
        assertThat(total()).isEqualTo("2.40");
        sale.fewer(sale.basket().get().lines().getFirst());
        sale.fewer(sale.basket().get().lines().getFirst());
        assertThat(sale.basket().get().lines()).isEmpty();
    }

    @Test
    void goodsByWeightAreNeverInTheBasketWithoutTheirGrams() {
        take("Bergkäse");
        assertThat(sale.step().get()).isInstanceOf(SaleStep.Weighing.class);
        assertThat(sale.basket().get().lines()).isEmpty();
        sale.weigh(350);
        assertThat(sale.step().get()).isInstanceOf(SaleStep.Selling.class);
        assertThat(sale.basket().get().lines().getFirst().amountText()).isEqualTo("0,350 kg");
        assertThat(total()).isEqualTo("7.67");
    }

    @Test
    void whatIsNoArticleIsSaidAndNothingIsSold() {
        scan("4006381333932");
        assertThat(said()).contains("falsch gelesen");
        scan("4012345678901");
        assertThat(said()).contains("gibt es in der Preisliste dieser Tour nicht");
        scan("2812345012345");
        assertThat(said()).contains("gilt nur in dem Laden");
        scan(SampleTour.CRATE);
        assertThat(said()).contains("Kiste " + SampleTour.CRATE);
        scan("https://example.org");
        assertThat(said()).contains("kein Artikel");
        scan(
                SampleTour.pickupCode(
                        van.backend.key, SampleTour.PAID, Instant.now().plus(Duration.ofHours(1))));
        assertThat(said()).contains("Abholcode");
        assertThat(sale.basket().get().lines()).isEmpty();
    }

    @Test
    void theShelfTellsWhatIsLeftBesidesTheOrdersAndTheBasket() {
        assertThat(item("Kartoffeln 2 kg").leftText()).isEqualTo("noch 15");
        take("Kartoffeln 2 kg");
        assertThat(item("Kartoffeln 2 kg").leftText()).isEqualTo("noch 14");
        assertThat(item("Landwein").leftText()).isEqualTo("nichts mehr frei");
    }

    @Test
    void searchFindsByWordPartAndByShortCode() {
        sale.search();
        sale.articles().type("SAFT");
        assertThat(sale.articles().found().get())
                .extracting(Shelf.Item::text)
                .containsExactly("Apfelsaft 1 l");
        sale.articles().type("kase");
        assertThat(sale.articles().found().get())
                .extracting(Shelf.Item::text)
                .containsExactly("Bergkäse");
        sale.articles().type("11");
        assertThat(sale.articles().found().get().getFirst().text()).isEqualTo("Kartoffeln 2 kg");
        sale.take(sale.articles().found().get().getFirst());
        assertThat(sale.step().get()).isEqualTo(new SaleStep.Selling());
        assertThat(sale.articles().query().get()).isEmpty();
        assertThat(sale.articles().found().get()).hasSize(4);
    }

    @Test
    void theReceiptIsShownOnlyOnceItIsOnTheDisk() throws IOException {
        take("Kartoffeln 2 kg");
        sale.checkOut();
        sale.pay(Money.cents(100));
        assertThat(said()).contains("Zu zahlen sind 1,20 €");
        assertThat(sale.step().get()).isInstanceOf(SaleStep.Paying.class);

        sale.pay(Money.euros(5, 0));
        var sold = (SaleStep.Sold) sale.step().get();
        assertThat(sold.change()).isEqualTo(Money.cents(380));
        assertThat(sold.receipt()).contains("Kartoffeln", "3,80 €");
        assertThat(van.rig.receipts()).containsExactly("000001.txt");
        sale.pay(Money.euros(5, 0));
        assertThat(van.rig.receipts()).hasSize(1);
    }

    @Test
    void aCustomersCodePaysTheBasketOnAccountAndAVoidTakesItBack() throws IOException {
        take("Kartoffeln 2 kg");
        var permit =
                SampleTour.permit(
                        van.backend.key,
                        SampleTour.PAID,
                        Instant.now().plus(Duration.ofHours(1)),
                        AccountLimits.USUAL);
        scan(permit);
        assertThat(said()).contains("Kassieren");

        sale.checkOut();
        scan(permit.substring(0, permit.length() - 9));
        assertThat(van.cockpit.aboard().orElseThrow().state().onAccount()).isEmpty();
        sale.checkOut();
        scan(permit);
        var sold = (SaleStep.Sold) sale.step().get();
        assertThat(sold.change()).isEqualTo(Money.ZERO);
        assertThat(sold.receipt()).contains("Kundenkonto");
        assertThat(van.cockpit.aboard().orElseThrow().state().onAccount()).hasSize(1);

        sale.askVoid();
        sale.voidReceipt(VoidReason.MISTAKE);
        assertThat(((SaleStep.Voided) sale.step().get()).back()).isEqualTo(Money.ZERO);
        assertThat(said()).contains("kein Geld herausgeben");
        assertThat(van.cockpit.aboard().orElseThrow().state().onAccount()).isEmpty();
    }

    @Test
    void theSameSaleAgainTakesThreeTaps() {
        take("Kartoffeln 2 kg");
        scan(SampleTour.JUICE_GTIN);
        sale.checkOut();
        sale.payExactly();

        sale.again();
        sale.checkOut();
        sale.payExactly();
        assertThat(((SaleStep.Sold) sale.step().get()).total()).isEqualTo(Money.cents(415));
        assertThat(((SaleStep.Sold) sale.step().get()).receiptNo()).isEqualTo(2);
    }

    @Test
    void whatWasSoldStandsFirstOnTheShelf() {
        assertThat(sale.articles().found().get().getFirst().text()).isNotEqualTo("Kartoffeln 2 kg");
        take("Kartoffeln 2 kg");
        sale.checkOut();
        sale.payExactly();
        sale.sell();
        take("Bergkäse");
        assertThat(sale.articles().found().get().getFirst().text()).isEqualTo("Kartoffeln 2 kg");
    }

    @Test
    void theNextCustomersScanBeginsANewBasketByItself() {
        take("Kartoffeln 2 kg");
        sale.checkOut();
        sale.payExactly();
        scan(SampleTour.JUICE_GTIN);
        assertThat(sale.step().get()).isEqualTo(new SaleStep.Selling());
        assertThat(total()).isEqualTo("2.95");
    }

    @Test
    void aScanWhileMoneyIsTypedLeadsBackToTheBasket() {
        take("Kartoffeln 2 kg");
        sale.checkOut();
        scan(SampleTour.JUICE_GTIN);
        assertThat(sale.step().get()).isEqualTo(new SaleStep.Selling());
        assertThat(total()).isEqualTo("4.15");

        sale.checkOut();
        scan("4006381333932");
        assertThat(sale.step().get()).isEqualTo(new SaleStep.Selling());
        assertThat(said()).contains("falsch gelesen");
        assertThat(total()).isEqualTo("4.15");
    }

    @Test
    void bottlesWithoutAPurchaseArePaidOut() {
        var bottle = sale.empties().getFirst();
        sale.bottle(bottle);
        sale.bottle(bottle);
        assertThat(total()).isEqualTo("-0.30");
        sale.checkOut();
        sale.payExactly();
        var sold = (SaleStep.Sold) sale.step().get();
        assertThat(sold.change()).isEqualTo(Money.cents(30));
        assertThat(sold.receipt()).contains("Leergut zurück");
    }

    @Test
    void wineIsNotSoldToTheTooYoungAndLeavesTheBasket() throws IOException {
        take("Landwein");
        take("Kartoffeln 2 kg");
        sale.checkOut();
        assertThat(sale.step().get()).isEqualTo(new SaleStep.AskAge(16));
        scan(SampleTour.JUICE_GTIN);
        assertThat(said()).contains("zuerst die Frage");
        sale.age(AgeCheckResult.TOO_YOUNG);
        assertThat(said()).contains("Nicht verkauft: Ware ab 16 Jahren");
        assertThat(total()).isEqualTo("1.20");

        sale.checkOut();
        sale.payExactly();
        assertThat(sale.step().get()).isInstanceOf(SaleStep.Sold.class);
        assertThat(van.rig.receipts()).hasSize(1);
    }

    @Test
    void wineIsSoldOnceTheQuestionIsAnswered() {
        take("Landwein");
        sale.checkOut();
        sale.age(AgeCheckResult.OLD_ENOUGH);
        sale.pay(Money.euros(10, 0));
        assertThat(((SaleStep.Sold) sale.step().get()).change()).isEqualTo(Money.cents(210));
    }

    @Test
    void whoeverChecksOutAtOncePaysWhatWasScannedBefore() {
        var later = new Later();
        var cockpit = new Cockpit(van.rig.tablet(), later);
        sale = new SaleViewModel(cockpit, soldBefore);
        take("Kartoffeln 2 kg");
        later.doTill();
        take("Landwein");
        sale.checkOut();
        assertThat(sale.step().get()).isEqualTo(new SaleStep.Selling());
        later.doTill();
        assertThat(sale.step().get()).isEqualTo(new SaleStep.AskAge(16));
        assertThat(sale.mayBeLeft()).isFalse();
        sale.sell();
        assertThat(sale.mayBeLeft()).isTrue();
    }

    @Test
    void theSameAgainIsNotTakenTwiceByADoubleTap() {
        take("Kartoffeln 2 kg");
        sale.checkOut();
        sale.payExactly();
        var later = new Later();
        sale = new SaleViewModel(new Cockpit(van.rig.tablet(), later), soldBefore);
        sale.again();
        sale.again();
        later.doTill();
        assertThat(total()).isEqualTo("1.20");
    }

    @Test
    void anAbortedBasketIsEmptyAfterOneQuestion() {
        sale.askAbort();
        assertThat(sale.step().get()).isEqualTo(new SaleStep.Selling());
        take("Kartoffeln 2 kg");
        sale.askAbort();
        assertThat(sale.step().get()).isEqualTo(new SaleStep.AskAbort());
        sale.abort();
        assertThat(sale.basket().get().lines()).isEmpty();
        assertThat(sale.step().get()).isEqualTo(new SaleStep.Selling());
    }

    @Test
    void theLastReceiptIsTakenBackForAReasonAndOnlyOnce() {
        sale.askVoid();
        assertThat(said()).contains("noch keinen Bon");
        take("Kartoffeln 2 kg");
        sale.checkOut();
        sale.payExactly();
        sale.askVoid();
        assertThat(sale.step().get()).isEqualTo(new SaleStep.AskVoid(1));
        sale.voidReceipt(VoidReason.RETURNED_GOODS);
        var voided = (SaleStep.Voided) sale.step().get();
        assertThat(voided.back()).isEqualTo(Money.cents(120));
        assertThat(voided.receipt()).contains("STORNO zu Bon 1");
        sale.askVoid();
        sale.voidReceipt(VoidReason.MISTAKE);
        assertThat(said()).contains("ist selbst ein Storno");
    }

    private void scan(String code) {
        sale.scanned(Scan.of(code));
    }

    private void take(String text) {
        sale.take(item(text));
    }

    private Shelf.Item item(String text) {
        return sale.articles().found().get().stream()
                .filter(item -> item.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private String total() {
        return sale.basket().get().total().toString();
    }

    private String said() {
        return van.cockpit.notice().get();
    }
}
