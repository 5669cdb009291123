package de.mobilermarktplatz.ordering.web;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.timetable.Call;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The call as an entry for the customer's calendar (RFC 5545). */
final class CalendarFile {
    private CalendarFile() {}

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** RFC 5545, section 3.1: a content line has at most 75 octets. */
    private static final int LONGEST_LINE = 75;

    static String of(OrderId order, Call call, ZoneId zone, Instant now) {
        List<String> lines =
                List.of(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Mobiler Marktplatz//Bestellung//DE",
                        "BEGIN:VEVENT",
                        "UID:" + order + "@mobiler-marktplatz",
                        "DTSTAMP:" + UTC.format(now),
                        "DTSTART:" + UTC.format(call.start(zone)),
                        "DTEND:" + UTC.format(call.end(zone)),
                        "SUMMARY:Marktwagen: Bestellung abholen",
                        "LOCATION:" + escaped(call.stop().spokenName()),
                        "GEO:"
                                + degrees(call.stop().at().latE6())
                                + ";"
                                + degrees(call.stop().at().lonE6()),
                        "END:VEVENT",
                        "END:VCALENDAR");
        StringBuilder file = new StringBuilder();
        lines.forEach(line -> file.append(folded(line)).append("\r\n"));
        return file.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    private static String degrees(int microDegrees) {
        int whole = Math.abs(microDegrees);
        return (microDegrees < 0 ? "-" : "")
                + whole / 1_000_000
                + "."
                + "%06d".formatted(whole % 1_000_000);
    }

    /** Breaks a line after 75 octets, never inside a character. */
    private static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            String character = Character.toString(line.codePointAt(i));
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST_LINE) {
                var _ = folded.append("\r\n ");
                octets = 1;
            }
            var _ = folded.append(character);
            octets += length;
        }
        return folded.toString();
    }
}
