package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.ordering.Customer;
import java.util.List;
import java.util.Locale;

/**
 * Invented people. Their phone numbers are among those that the Bundesnetzagentur gives to nobody
 * (Rufnummern für Medienproduktionen: 030 23125 000 to 999).
 */
final class Neighbours {

    private static final String NOBODYS_PHONE = "030 23125";
    private static final int FIRST_EXTENSION = 200;
    private static final int EXTENSIONS = 800;

    /** Every so many-th has no mail address and is told by phone. */
    private static final int WITHOUT_MAIL = 4;

    private final List<String> first;
    private final List<String> last;

    Neighbours(CountyFolder folder) {
        first = folder.rows("people.csv").stream().map(person -> person.getField("first")).toList();
        last = folder.rows("people.csv").stream().map(person -> person.getField("last")).toList();
    }

    /**
     * @param number the same number is the same person; the first is the first of the file
     */
    Customer person(int number) {
        int family = (number + number / first.size()) % last.size();
        String name = first.get(number % first.size()) + " " + last.get(family);
        boolean byPhone = number % WITHOUT_MAIL == WITHOUT_MAIL - 1;
        return new Customer(name, phone(number), byPhone ? null : mail(name), null);
    }

    private static String phone(int number) {
        return NOBODYS_PHONE + (FIRST_EXTENSION + number % EXTENSIONS);
    }

    private static String mail(String name) {
        return name.toLowerCase(Locale.GERMAN)
                        .replace(' ', '.')
                        .replace("ä", "ae")
                        .replace("ö", "oe")
                        .replace("ü", "ue")
                + "@kunden.example";
    }
}
