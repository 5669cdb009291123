package de.mobilermarktplatz.coordination.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which market day somebody wants to see who opens the desk in the morning. */
public final class RelevantDay {

    private RelevantDay() {}

    /**
     * Today's, else the next one, else the last one.
     *
     * @param days in order of time
     */
    public static Optional<DayFigures> of(List<DayFigures> days, LocalDate today) {
        return days.stream()
                .filter(day -> !day.day().isBefore(today))
                .findFirst()
                .or(() -> days.reversed().stream().findFirst());
    }
}
