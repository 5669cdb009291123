package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.id.JournalId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of reading a second copy, to be told to the person who brought it.
 *
 * @param journals one line for each history of each journal
 * @param damaged places of the file that are no record
 * @param foreign records that another key sealed
 * @param tangled entries of more histories than anybody can tell apart
 * @param torn whether the file ends inside a record
 */
public record RecoveryReport(
        List<Of> journals, int damaged, int foreign, int tangled, boolean torn) {

    private static final int NAMED = 20;

    public RecoveryReport {
        journals = List.copyOf(journals);
    }

    /**
     * One tablet's journal.
     *
     * @param till number of its till, 0 for a tablet that is unknown here
     * @param read entries in the file
     * @param fresh taken into the books now
     * @param missing sequences that nobody has
     * @param unproven sequences that nobody can prove, or that the books did not take
     */
    public record Of(
            JournalId journal,
            int till,
            long read,
            long fresh,
            List<Long> missing,
            List<Long> unproven,
            boolean contradicts) {

        public static Of stranger(JournalId journal, long read) {
            return new Of(journal, 0, read, 0, List.of(), List.of(), false);
        }

        /**
         * @param booked entries that continued the journal
         * @param adopted entries that were taken by their operation
         * @param turnedAway sequences that the books did not take after all
         */
        public static Of of(
                JournalId journal,
                int till,
                long read,
                CardProof proof,
                long booked,
                long adopted,
                List<Long> turnedAway) {
            return new Of(
                    journal,
                    till,
                    read,
                    booked + adopted,
                    proof.missing(),
                    Stream.concat(turnedAway.stream(), proof.unproven().stream()).toList(),
                    proof.contradicts());
        }

        List<String> sentences() {
            List<String> words = new ArrayList<>();
            if (till == 0) {
                words.add(
                        "%d Einträge gehören zu einem Tablet, das hier nie angemeldet war; sie wurden nicht gebucht."
                                .formatted(read));
                return words;
            }
            words.add(
                    "Kasse %d: %d Einträge gelesen, %d davon neu gebucht."
                            .formatted(till, read, fresh));
            if (contradicts) {
                words.add(
                        "Die Karte erzählt eine andere Geschichte als die Bücher: Vielleicht wurde das Tablet kopiert. Was fehlte, ist trotzdem gebucht.");
            }
            if (!missing.isEmpty()) {
                words.add(
                        "Es fehlen die Einträge " + named(missing) + ". Bitte den Bestand zählen.");
            }
            if (!unproven.isEmpty()) {
                words.add(
                        "Nicht beweisbar und deshalb nicht gebucht: "
                                + named(unproven)
                                + ". Bitte die Datei aufheben.");
            }
            return words;
        }

        private static String named(List<Long> sequences) {
            String first =
                    sequences.stream()
                            .limit(NAMED)
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
            return sequences.size() > NAMED
                    ? first + " und %d weitere".formatted(sequences.size() - NAMED)
                    : first;
        }
    }

    /** The whole in German, one sentence after the other. */
    public List<String> sentences() {
        List<String> words = new ArrayList<>();
        journals.forEach(one -> words.addAll(one.sentences()));
        if (journals.isEmpty()) {
            words.add(
                    "In dieser Datei steht nichts, was dieser Schlüssel öffnet. Vielleicht ist es die Karte eines anderen Landkreises?");
        } else if (foreign > 0) {
            words.add("%d Stellen öffnet dieser Schlüssel nicht.".formatted(foreign));
        }
        if (damaged > 0) {
            words.add("%d Stellen der Datei sind beschädigt.".formatted(damaged));
        }
        if (tangled > 0) {
            words.add(
                    "%d Einträge widersprechen so vielen anderen, dass sie nicht zu ordnen sind; sie wurden nicht gebucht. Bitte die Datei aufheben."
                            .formatted(tangled));
        }
        if (torn) {
            words.add(
                    "Der letzte Eintrag ist unvollständig: Das Tablet ging aus, während es ihn schrieb. Er wurde niemandem gezeigt.");
        }
        return List.copyOf(words);
    }
}
