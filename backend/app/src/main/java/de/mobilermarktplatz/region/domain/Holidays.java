package de.mobilermarktplatz.region.domain;

import static de.mobilermarktplatz.region.domain.GermanState.*;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.EnumSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Public holidays that hold in the whole of a state, by the states' holiday acts as of 2026 (for
 * Saxony-Anhalt: FeiertG LSA, section 2). Holidays of single municipalities are entered as
 * exceptions of the timetable.
 */
public final class Holidays {

    private static final Set<GermanState> EPIPHANY = EnumSet.of(BW, BY, ST);
    private static final Set<GermanState> WOMENS_DAY = EnumSet.of(BE, MV);
    private static final Set<GermanState> CORPUS_CHRISTI = EnumSet.of(BW, BY, HE, NW, RP, SL);
    private static final Set<GermanState> REFORMATION =
            EnumSet.of(BB, HB, HH, MV, NI, SH, SN, ST, TH);
    private static final Set<GermanState> ALL_SAINTS = EnumSet.of(BW, BY, NW, RP, SL);

    private Holidays() {}

    /** Days with their German names, in order of the calendar. */
    public static NavigableMap<LocalDate, String> of(GermanState state, int year) {
        TreeMap<LocalDate, String> days = new TreeMap<>();
        fixed(state, year, days);
        LocalDate easter = Easter.sunday(year);
        days.put(easter.minusDays(2), "Karfreitag");
        days.put(easter.plusDays(1), "Ostermontag");
        days.put(easter.plusDays(39), "Christi Himmelfahrt");
        days.put(easter.plusDays(50), "Pfingstmontag");
        if (state == BB) {
            days.put(easter, "Ostersonntag");
            days.put(easter.plusDays(49), "Pfingstsonntag");
        }
        if (CORPUS_CHRISTI.contains(state)) {
            days.put(easter.plusDays(60), "Fronleichnam");
        }
        return Collections.unmodifiableNavigableMap(days);
    }

    public static boolean isHoliday(GermanState state, LocalDate day) {
        return of(state, day.getYear()).containsKey(day);
    }

    private static void fixed(GermanState state, int year, TreeMap<LocalDate, String> days) {
        days.put(LocalDate.of(year, 1, 1), "Neujahr");
        days.put(LocalDate.of(year, 5, 1), "Tag der Arbeit");
        days.put(LocalDate.of(year, 10, 3), "Tag der Deutschen Einheit");
        days.put(LocalDate.of(year, 12, 25), "1. Weihnachtstag");
        days.put(LocalDate.of(year, 12, 26), "2. Weihnachtstag");
        if (EPIPHANY.contains(state)) {
            days.put(LocalDate.of(year, 1, 6), "Heilige Drei Könige");
        }
        if (WOMENS_DAY.contains(state)) {
            days.put(LocalDate.of(year, 3, 8), "Internationaler Frauentag");
        }
        if (state == SL) {
            days.put(LocalDate.of(year, 8, 15), "Mariä Himmelfahrt");
        }
        if (state == TH) {
            days.put(LocalDate.of(year, 9, 20), "Weltkindertag");
        }
        if (REFORMATION.contains(state)) {
            days.put(LocalDate.of(year, 10, 31), "Reformationstag");
        }
        if (ALL_SAINTS.contains(state)) {
            days.put(LocalDate.of(year, 11, 1), "Allerheiligen");
        }
        if (state == SN) {
            days.put(repentance(year), "Buß- und Bettag");
        }
    }

    /** The Wednesday before 23 November. */
    private static LocalDate repentance(int year) {
        return LocalDate.of(year, 11, 23).with(TemporalAdjusters.previous(DayOfWeek.WEDNESDAY));
    }
}
