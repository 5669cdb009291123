package de.mobilermarktplatz.collection.domain;

import de.mobilermarktplatz.catalogue.Producer;
import de.mobilermarktplatz.ordering.Order;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** When a request is made and until when it wants an answer. */
public final class Deadlines {

    private static final Duration TO_ANSWER = Duration.ofHours(12);
    private static final Duration BEFORE_PICK_UP = Duration.ofHours(2);
    private static final Duration AT_LEAST = Duration.ofMinutes(30);

    private Deadlines() {}

    /** Whether the orders of the day are final for this producer. */
    public static boolean frozen(Producer producer, LocalDate day, ZoneId zone, Instant now) {
        return !now.isBefore(producer.cutOff(day, zone).plus(Order.LEASE));
    }

    /** Twelve hours, or until two hours before the van comes, but never less than half an hour. */
    public static Instant answerBy(Producer producer, LocalDate day, ZoneId zone, Instant now) {
        Instant beforePickUp =
                day.atTime(producer.pickupFrom()).atZone(zone).toInstant().minus(BEFORE_PICK_UP);
        Instant usual = now.plus(TO_ANSWER);
        Instant wanted = usual.isBefore(beforePickUp) ? usual : beforePickUp;
        Instant soonest = now.plus(AT_LEAST);
        return wanted.isBefore(soonest) ? soonest : wanted;
    }
}
