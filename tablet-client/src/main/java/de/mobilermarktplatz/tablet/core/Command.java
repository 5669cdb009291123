package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.AgeCheckResult;
import de.mobilermarktplatz.contract.journal.CashMovementKind;
import de.mobilermarktplatz.contract.journal.CountKind;
import de.mobilermarktplatz.contract.journal.Denomination;
import de.mobilermarktplatz.contract.journal.RefusalReason;
import de.mobilermarktplatz.contract.journal.ShrinkageReason;
import de.mobilermarktplatz.contract.journal.VoidReason;
import de.mobilermarktplatz.kernel.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the driver wants; the same for console and screen. */
public sealed interface Command {
    /**
     * @param code crate label, or {@code all} for every crate and the loose goods
     */
    record Load(String code) implements Command {}

    /** The goods of the tour that lie in no crate. */
    record LoadLoose() implements Command {}

    /**
     * @param place number of the visit or id of the call
     */
    record Arrive(String place) implements Command {}

    record Leave() implements Command {}

    /**
     * @param refused line numbers the customer does not take
     * @param tendered cash given, null if none
     * @param age answer to the age question, null if it was not asked yet
     */
    record HandOver(
            Proof proof,
            Set<Integer> refused,
            RefusalReason reason,
            @Nullable Money tendered,
            @Nullable AgeCheckResult age)
            implements Command {}

    /** The customer takes nothing of the order. */
    record Refuse(Proof proof, RefusalReason reason) implements Command {}

    /** How the customer shows that the order is theirs. */
    sealed interface Proof {
        record Qr(String text) implements Proof {}

        record Spoken(String code) implements Proof {}
    }

    /**
     * @param amount pieces or grams
     */
    record Scan(String scanned, long amount) implements Command {}

    record Pay(Money tendered, @Nullable AgeCheckResult age) implements Command {}

    /**
     * The basket goes to the customer's saved card, to be charged when there is a network.
     *
     * @param permit text of the code that the customer shows
     */
    record PayOnAccount(String permit, @Nullable AgeCheckResult age) implements Command {}

    record Abort() implements Command {}

    /**
     * @param kind number or text of a deposit kind
     */
    record BottlesBack(String kind, long pieces) implements Command {}

    record Void(long receiptNo, VoidReason reason) implements Command {}

    /**
     * @param amount positive into the drawer
     */
    record MoveCash(CashMovementKind kind, Money amount) implements Command {}

    record Shrink(String scanned, long amount, ShrinkageReason reason) implements Command {}

    record Count(CountKind kind, List<Denomination> coins) implements Command {}

    record Close() implements Command {}

    /**
     * @param counted what was found, by scanned article; what is not named is as the books say
     */
    record Unload(Map<String, Long> counted) implements Command {}
}
