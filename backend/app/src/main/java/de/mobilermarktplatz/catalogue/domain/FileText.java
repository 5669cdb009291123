package de.mobilermarktplatz.catalogue.domain;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the bytes of an uploaded file into text. German offices send UTF-8, UTF-16 ("Unicode-Text"
 * of Excel) and Windows-1252; anything that only looks like one of them is refused, because a wrong
 * letter in a name or an allergen is worse than a file that has to be saved again.
 */
public sealed interface FileText {

    /** Largest file that is read, in bytes. */
    int MAX_BYTES = 20 * 1024 * 1024;

    /**
     * The text without its byte order mark.
     *
     * @param encoding the encoding found, as people know it
     */
    record Decoded(String text, String encoding) implements FileText {}

    /** The file cannot be read as text. */
    record Unreadable(FileProblem problem) implements FileText {}

    /** Finds the encoding and decodes. Never throws for any content. */
    static FileText of(byte[] bytes) {
        Optional<FileProblem> refusal = refuse(bytes);
        if (refusal.isPresent()) {
            return new Unreadable(refusal.get());
        }
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return checked(bytes, 3, StandardCharsets.UTF_8, "UTF-8");
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return checked(bytes, 2, StandardCharsets.UTF_16LE, "UTF-16");
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return checked(bytes, 2, StandardCharsets.UTF_16BE, "UTF-16");
        }
        Optional<Charset> wide = wideWithoutMark(bytes);
        if (wide.isPresent()) {
            return checked(bytes, 0, wide.get(), "UTF-16");
        }
        Optional<String> utf8 = decode(bytes, 0, StandardCharsets.UTF_8);
        return utf8.isPresent()
                ? sound(utf8.get(), "UTF-8")
                : checked(bytes, 0, Charset.forName("windows-1252"), "Windows-1252");
    }

    private static Optional<FileProblem> refuse(byte[] bytes) {
        if (bytes.length == 0) {
            return Optional.of(
                    new FileProblem(
                            "Die Datei ist leer.", "Wählen Sie die Datei mit Ihren Artikeln."));
        }
        if (bytes.length > MAX_BYTES) {
            return Optional.of(
                    new FileProblem(
                            "Die Datei hat %d MB; gelesen werden höchstens 20 MB."
                                    .formatted(bytes.length / (1024 * 1024)),
                            "Entfernen Sie Bilder und Blätter oder teilen Sie die Datei."));
        }
        if (startsWith(bytes, 'P', 'K', 3, 4) || startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            return Optional.of(
                    new FileProblem(
                            "Das ist eine Excel- oder ZIP-Datei, keine CSV-Datei.",
                            "Wählen Sie in Excel „Speichern unter“ und dort „CSV UTF-8 (durch Trennzeichen getrennt)“."));
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... head) {
        if (bytes.length < head.length) {
            return false;
        }
        for (int i = 0; i < head.length; i++) {
            if ((bytes[i] & 0xFF) != head[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * A header in Latin letters leaves every second byte zero in UTF-16, which no other text has.
     */
    private static Optional<Charset> wideWithoutMark(byte[] bytes) {
        int looked = Math.min(bytes.length, 64) & ~1;
        int evenZeros = 0;
        int oddZeros = 0;
        for (int i = 0; i < looked; i++) {
            if (bytes[i] == 0) {
                if (i % 2 == 0) {
                    evenZeros++;
                } else {
                    oddZeros++;
                }
            }
        }
        if (oddZeros > looked / 4 && evenZeros == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return evenZeros > looked / 4 && oddZeros == 0
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    private static FileText checked(byte[] bytes, int from, Charset charset, String name) {
        return decode(bytes, from, charset)
                .map(text -> sound(text, name))
                .orElseGet(
                        () ->
                                new Unreadable(
                                        new FileProblem(
                                                "Die Zeichenkodierung der Datei ist weder UTF-8 noch UTF-16 noch Windows-1252.",
                                                SAVE_AGAIN)));
    }

    /**
     * Saved in a wrong encoding earlier, the text decodes well and still reads „KÃ¤se“ or „K„se“.
     */
    private static FileText sound(String text, String encoding) {
        Matcher broken = BROKEN.matcher(text);
        if (broken.find()) {
            int row =
                    1
                            + (int)
                                    text.substring(0, broken.start())
                                            .chars()
                                            .filter(c -> c == '\n')
                                            .count();
            String around =
                    text.substring(
                                    Math.max(0, broken.start() - 10),
                                    Math.min(text.length(), broken.end() + 10))
                            .replaceAll("\\s+", " ");
            return new Unreadable(
                    new FileProblem(
                            "Umlaute sind beschädigt, zum ersten Mal in Zeile %d: „%s“."
                                    .formatted(row, around),
                            SAVE_AGAIN));
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
                return new Unreadable(
                        new FileProblem(
                                "Die Datei ist keine Textdatei.",
                                "Speichern Sie Ihre Tabelle als CSV-Datei."));
            }
        }
        return new Decoded(text, encoding);
    }

    private static Optional<String> decode(byte[] bytes, int from, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                            .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /** UTF-8 read as Latin, or DOS code page 850 read as Windows-1252. */
    Pattern BROKEN =
            Pattern.compile("Ã[\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|\\p{L}[„”]\\p{L}");

    String SAVE_AGAIN = "Speichern Sie die Tabelle noch einmal als „CSV UTF-8“.";
}
