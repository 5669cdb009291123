package de.mobilermarktplatz.tablet.ui.handover;

import de.mobilermarktplatz.contract.journal.AgeCheckResult;
import de.mobilermarktplatz.contract.journal.RefusalReason;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.tablet.core.Command;
import de.mobilermarktplatz.tablet.core.OrderCard;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order that is being handed over, with what was said about it so far.
 *
 * @param refused line numbers that stay in the van
 * @param reason why, null until it was asked
 * @param age the answer to the age question, null until it was asked
 */
record OnCounter(
        Command.Proof proof,
        OrderCard card,
        Set<Integer> refused,
        @Nullable RefusalReason reason,
        @Nullable AgeCheckResult age) {
    OnCounter {
        refused = Set.copyOf(refused);
    }

    static OnCounter begin(Command.Proof proof, OrderCard card) {
        return new OnCounter(proof, card, Set.of(), null, null);
    }

    /** A line out of the handover, or back in; the reason is asked anew. */
    OnCounter toggled(int lineNo) {
        var now = new HashSet<>(refused);
        if (!now.remove(lineNo)) {
            now.add(lineNo);
        }
        return new OnCounter(proof, card, now, null, age);
    }

    OnCounter because(RefusalReason why) {
        return new OnCounter(proof, card, refused, why, age);
    }

    OnCounter aged(@Nullable AgeCheckResult answer) {
        return new OnCounter(proof, card, refused, reason, answer);
    }

    /** Without what is sold only from these years on. */
    OnCounter withoutAgeLimit(int years) {
        var left = new HashSet<>(refused);
        card.lines().stream()
                .filter(line -> line.ageLimit() >= years)
                .forEach(line -> left.add(line.lineNo()));
        return new OnCounter(proof, card, left, RefusalReason.UNDER_AGE, null);
    }

    Money due() {
        return card.due(refused);
    }

    boolean isAllRefused() {
        return refused.size() == card.lines().size();
    }

    /** What has to be asked before goods change hands; the same step again when nothing has. */
    HandoverStep next() {
        if (!refused.isEmpty() && reason == null) {
            return new HandoverStep.AskReason();
        }
        int years = isAllRefused() ? 0 : card.ageLimit(refused);
        if (years > 0 && age == null) {
            return new HandoverStep.AskAge(years);
        }
        return due().isZero() ? new HandoverStep.Checking() : new HandoverStep.Paying(due());
    }

    /**
     * @param tendered null when nothing is due
     */
    Command handOver(@Nullable Money tendered) {
        return isAllRefused()
                ? new Command.Refuse(proof, why())
                : new Command.HandOver(proof, refused, why(), tendered, age);
    }

    private RefusalReason why() {
        return reason == null ? RefusalReason.CHANGED_MIND : reason;
    }
}
