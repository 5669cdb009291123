package de.mobilermarktplatz.coordination.web;

import de.mobilermarktplatz.coordination.domain.KnownPerson;
import de.mobilermarktplatz.timetable.GermanDays;
import java.time.LocalDate;

/**
 * Somebody in the list.
 *
 * @param dial the number as a telephone wants it
 */
record PersonLine(String id, String name, String phone, String dial, String mail, String orders) {

    static PersonLine of(KnownPerson person, LocalDate today) {
        String phone = person.phone();
        String mail = person.mail();
        String many = person.orders() == 1 ? "1 Bestellung" : person.orders() + " Bestellungen";
        return new PersonLine(
                person.latest().toString(),
                person.name(),
                phone == null ? "" : phone,
                dial(phone == null ? "" : phone),
                mail == null ? "" : mail,
                many + ", zuletzt für " + GermanDays.day(person.lastDay(), today));
    }

    static String dial(String phone) {
        return phone.replaceAll("[^+0-9]", "");
    }
}
