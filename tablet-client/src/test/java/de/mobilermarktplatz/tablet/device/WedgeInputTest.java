package de.mobilermarktplatz.tablet.device;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.code.Gtin;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WedgeInputTest {
    private static final String JUICE = "4006381333931";

    private final WedgeInput wedge = new WedgeInput();
    private long millis = 1_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 12, 30, 50})
    void aWholeCodeAtAScannersPaceIsAScan(long paceMillis) {
        assertThat(keys(JUICE, paceMillis)).contains(new Scan.Article(new Gtin(JUICE)));
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 80, 200, 2_000})
    void theSameKeysFromAHandAreTyping(long paceMillis) {
        assertThat(keys(JUICE, paceMillis)).isEmpty();
    }

    @Test
    void whatWasTypedBeforeTheScanIsNoPartOfIt() {
        var _ = keys("12", 90);
        millis += 400;
        assertThat(keys(JUICE, 5)).contains(new Scan.Article(new Gtin(JUICE)));
    }

    @Test
    void aKeyTypedRightBeforeTheScanMakesItUnreadableButNeverAnotherArticle() {
        wedge.typed('7', millis * 1_000_000);
        millis += 100;
        assertThat(keys(JUICE, 5)).contains(new Scan.Misread("7" + JUICE));
    }

    @Test
    void aHiccupOfTheMachineWithinACodeIsForgiven() {
        type("40063813", 2);
        millis += 250;
        assertThat(keys("33931", 2)).contains(new Scan.Article(new Gtin(JUICE)));
    }

    @Test
    void aPauseWithinACodeLeavesOnlyItsTailWhichIsNoArticle() {
        type("40063813", 2);
        millis += 400;
        assertThat(keys("33931", 2)).isEmpty();
    }

    @Test
    void aQuickShortCodeIsLeftToTheHandThatTypedIt() {
        assertThat(keys("11", 5)).isEmpty();
        assertThat(keys("12345", 5)).isEmpty();
    }

    @Test
    void anEnterLongAfterTheKeysEndsNoScan() {
        type(JUICE, 1);
        millis += 500;
        assertThat(wedge.ended(millis * 1_000_000)).isEmpty();
        assertThat(wedge.ended(millis * 1_000_000)).isEmpty();
    }

    @Test
    void twoScansInARowAreTwo() {
        assertThat(keys(JUICE, 3)).isPresent();
        assertThat(keys(JUICE, 3)).contains(new Scan.Article(new Gtin(JUICE)));
    }

    @Test
    void aFloodOfKeysIsNoScanAndTakesNoMemory() {
        assertThat(keys("7".repeat(100_000), 1)).isEmpty();
    }

    private void type(String text, long paceMillis) {
        for (char key : text.toCharArray()) {
            millis += paceMillis;
            wedge.typed(key, millis * 1_000_000);
        }
    }

    private Optional<Scan> keys(String text, long paceMillis) {
        type(text, paceMillis);
        millis += paceMillis;
        return wedge.ended(millis * 1_000_000);
    }
}
