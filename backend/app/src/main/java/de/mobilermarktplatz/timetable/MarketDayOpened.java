package de.mobilermarktplatz.timetable;

import java.time.LocalDate;

/** The first call of a day was published: from now on people can order for it. */
public record MarketDayOpened(LocalDate day) {}
