package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A price that tablets were told, and until when.
 *
 * @param replacedAt null while it is the current one
 */
public record ShownPrice(Money price, @Nullable Instant replacedAt) {

    /** How long a van without a network may go on with a price that was replaced (sync.md 2.5). */
    public static final Duration GRACE = Duration.ofHours(24);

    /**
     * Whether a sale at this price holds without a question. It is booked in any case.
     *
     * @param known every price shown for the article that day; empty when none is known, and then
     *     nothing can be said against it
     * @param sold when it was last sold at that price, by the tablet's clock
     */
    public static boolean holds(Money price, Instant sold, List<ShownPrice> known) {
        return known.isEmpty()
                || known.stream()
                        .filter(shown -> shown.price().equals(price))
                        .anyMatch(shown -> shown.mayBeUsedAt(sold));
    }

    private boolean mayBeUsedAt(Instant sold) {
        return replacedAt == null || !sold.isAfter(replacedAt.plus(GRACE));
    }
}
