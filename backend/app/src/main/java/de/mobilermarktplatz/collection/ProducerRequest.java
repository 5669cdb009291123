package de.mobilermarktplatz.collection;

import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.RequestId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a producer is asked to bring on a market day. Never changes; later orders come as addenda.
 *
 * @param addendum 0 for the request made after the cut-off, 1.. for what came later
 * @param number runs without gaps per producer
 * @param answerBy until when the producer should say yes or less
 * @param answeredAt null while unanswered
 */
public record ProducerRequest(
        RequestId id,
        ProducerId producer,
        LocalDate marketDay,
        int addendum,
        long number,
        Instant createdAt,
        Instant answerBy,
        @Nullable Instant answeredAt,
        List<RequestLine> lines) {

    public ProducerRequest {
        lines = List.copyOf(lines);
    }

    /** Where the request stands at a time. */
    public enum State {
        OPEN,
        OVERDUE,
        CONFIRMED,
        CUT
    }

    public State state(Instant now) {
        if (answeredAt == null) {
            return now.isBefore(answerBy) ? State.OPEN : State.OVERDUE;
        }
        boolean all =
                lines.stream()
                        .allMatch(
                                line -> {
                                    Long confirmed = line.confirmed();
                                    return confirmed != null && confirmed == line.total();
                                });
        return all ? State.CONFIRMED : State.CUT;
    }
}
