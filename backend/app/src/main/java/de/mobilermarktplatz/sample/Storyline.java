package de.mobilermarktplatz.sample;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * At which times things happen in a sample county, from the day its office enters everything to the
 * moment of the first look. Pure.
 *
 * @param now the moment of the first look: nothing happens later
 */
record Storyline(StoryDays days, ZoneId zone, Instant now, List<NamedCsvRecord> producers) {

    /** Most people order early; those who are late get no more of what takes long to prepare. */
    private static final List<Batch> HABITS =
            List.of(
                    new Batch(5, LocalTime.of(10, 0), 40),
                    new Batch(4, LocalTime.of(9, 30), 65),
                    new Batch(3, LocalTime.of(10, 30), 85),
                    new Batch(2, LocalTime.of(11, 0), 100));

    private static final int WHOLE = 100;

    /** Leases of ten minutes have ended: see {@code collection}. */
    private static final Duration TO_REQUEST = Duration.ofMinutes(11);

    private static final Duration TO_ANSWER = Duration.ofMinutes(90);
    private static final Duration A_MOMENT = Duration.ofMinutes(5);

    /**
     * @param untilPercent of the day's orders that are placed then
     */
    private record Batch(int daysBefore, LocalTime time, int untilPercent) {}

    /** Orders numbered from (inclusive) to (exclusive) that come in at a time. */
    record Rush(Instant at, int from, int to) {}

    /** When the office enters places, timetable, vans and producers. */
    Instant entered() {
        return at(days.begin(), LocalTime.of(7, 30));
    }

    /**
     * When a day's orders come in; nothing after now.
     *
     * @param orders of that day in all
     */
    List<Rush> rushes(LocalDate day, int orders) {
        List<Rush> rushes = new ArrayList<>();
        int from = 0;
        for (Batch batch : HABITS) {
            int to = orders * batch.untilPercent() / WHOLE;
            rushes.add(
                    new Rush(
                            notLater(at(day.minusDays(batch.daysBefore()), batch.time())),
                            from,
                            to));
            from = to;
        }
        return rushes;
    }

    /** When requests for a day go out, as far as that is over. */
    List<Instant> requests(LocalDate day) {
        TreeSet<Instant> times = new TreeSet<>();
        for (NamedCsvRecord row : producers) {
            LocalDate last = day.minusDays(Integer.parseInt(row.getField("cutoffDays")));
            times.add(at(last, LocalTime.parse(row.getField("cutoffTime"))).plus(TO_REQUEST));
        }
        times.removeIf(time -> !time.isBefore(now));
        return List.copyOf(times);
    }

    /** When producers answer requests for a day, as far as that is over. */
    List<Instant> answers(LocalDate day) {
        return requests(day).stream()
                .map(asked -> asked.plus(TO_ANSWER))
                .filter(time -> time.isBefore(now))
                .toList();
    }

    Instant dayBefore(LocalDate day, int hour) {
        return at(day.minusDays(1), LocalTime.of(hour, 0));
    }

    Instant on(LocalDate day, int hour) {
        return at(day, LocalTime.of(hour, 0));
    }

    /** Shortly before the first look. */
    Instant justNow() {
        return now.minus(A_MOMENT);
    }

    private Instant notLater(Instant time) {
        return time.isBefore(justNow()) ? time : justNow();
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
