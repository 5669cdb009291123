package de.mobilermarktplatz.tablet.headless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.contract.journal.AgeCheckResult;
import de.mobilermarktplatz.contract.journal.RefusalReason;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.tablet.core.Command;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TypedLinesTest {
    @Test
    void aPickUpCodeKeepsItsBlanksAlsoAtItsEnds() {
        var command = CommandLine.read("handover", " qr  AB  C%: cash 700 refuse 1,3 age ok");
        assertThat(command)
                .isEqualTo(
                        new Command.HandOver(
                                new Command.Proof.Qr(" AB  C%:"),
                                Set.of(1, 3),
                                RefusalReason.CHANGED_MIND,
                                Money.cents(700),
                                AgeCheckResult.OLD_ENOUGH));
        assertThat(CommandLine.read("refuse", " qr AB "))
                .isEqualTo(
                        new Command.Refuse(
                                new Command.Proof.Qr("AB "), RefusalReason.CHANGED_MIND));
    }

    @Test
    void aSpokenCodeMayBeTypedInTwoHalves() {
        assertThat(CommandLine.read("refuse", " code ABC DEF reason damaged"))
                .isEqualTo(
                        new Command.Refuse(
                                new Command.Proof.Spoken("ABC DEF"), RefusalReason.DAMAGED));
    }

    @Test
    void aTotalIsCountedInTheFewestCoins() {
        var count = (Command.Count) CommandLine.read("count", " interim total 5037");
        assertThat(count.coins()).hasSize(5);
        assertThat(count.kind().name()).isEqualTo("INTERIM");
    }

    @Test
    void whatIsLeftOverIsNotIgnored() {
        assertThatThrownBy(() -> CommandLine.read("leave", " jetzt"))
                .hasMessageContaining("Zu viel");
    }
}
