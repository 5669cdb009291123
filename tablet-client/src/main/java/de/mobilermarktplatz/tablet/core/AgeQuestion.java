package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.AgeCheck;
import de.mobilermarktplatz.contract.journal.AgeCheckResult;
import de.mobilermarktplatz.kernel.id.OrderId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goods with an age limit stay in the van until the question is answered (JuSchG §§ 9, 10; V6). */
final class AgeQuestion {
    private AgeQuestion() {}

    /** What stands in the way, or empty when the way is free. */
    static Optional<Decision> block(
            int limit, @Nullable AgeCheckResult answer, @Nullable OrderId order) {
        if (limit == 0 || answer == AgeCheckResult.OLD_ENOUGH) {
            return Optional.empty();
        }
        if (answer == null) {
            return Optional.of(
                    new Decision.Refused(
                            "Bitte das Alter prüfen: ab "
                                    + limit
                                    + " Jahren. Mit „age ok“, „age too-young“ oder „age no-document“"
                                    + " antworten."));
        }
        var noted = new AgeCheck(limit, answer, order);
        return Optional.of(
                new Decision.Accepted(
                        List.of(place -> noted),
                        Map.of("sold", false),
                        List.of(
                                "Nicht verkauft: Ware ab "
                                        + limit
                                        + " Jahren. Bitte zurücklegen.")));
    }

    /** The answer as the first entry of the commit, when there was a question. */
    static List<Decision.Step> noted(
            int limit, @Nullable AgeCheckResult answer, @Nullable OrderId order) {
        return limit == 0 || answer == null
                ? List.of()
                : List.of(place -> new AgeCheck(limit, answer, order));
    }
}
