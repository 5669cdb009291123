package de.mobilermarktplatz.region;

import de.mobilermarktplatz.region.domain.GermanState;
import de.mobilermarktplatz.region.domain.Holidays;
import java.time.LocalDate;
import java.util.Optional;

/** The public holidays of one region. */
public final class HolidayCalendar {

    private final GermanState state;

    HolidayCalendar(GermanState state) {
        this.state = state;
    }

    public boolean isHoliday(LocalDate day) {
        return Holidays.isHoliday(state, day);
    }

    /** The German name of the holiday on this day; empty on every other day. */
    public Optional<String> nameOf(LocalDate day) {
        return Optional.ofNullable(Holidays.of(state, day.getYear()).get(day));
    }
}
