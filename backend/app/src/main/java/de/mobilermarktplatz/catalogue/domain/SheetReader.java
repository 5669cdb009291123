package de.mobilermarktplatz.catalogue.domain;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads CSV text of any usual dialect: separated by semicolon, comma or tab, quoted or not. */
public final class SheetReader {

    private static final List<Character> SEPARATORS = List.of(';', ',', '\t');
    private static final int MAX_COLUMNS = 200;

    private SheetReader() {}

    /** What reading a text as a table gives. */
    public sealed interface Result {}

    /** The table. */
    public record Read(Sheet sheet) implements Result {}

    /** The text is no table that can be used. */
    public record Refused(FileProblem problem) implements Result {}

    /**
     * Reads the text; the first row that holds anything is the header. Never throws for any
     * content.
     */
    public static Result read(String text) {
        char separator = separatorOf(text);
        try {
            return read(text, separator);
        } catch (CsvParseException e) {
            return new Refused(
                    new FileProblem(
                            "Die Tabelle ist ab einer Stelle nicht mehr lesbar, meist wegen eines einzelnen Anführungszeichens (\").",
                            "Schreiben Sie ein Anführungszeichen im Text doppelt (\"\") oder lassen Sie es weg."));
        }
    }

    private static Result read(String text, char separator) {
        List<Sheet.Row> rows = new ArrayList<>();
        List<String> header = List.of();
        int number = 0;
        for (CsvRecord csvRecord : reader(separator).ofCsvRecord(text)) {
            number++;
            List<String> fields = csvRecord.getFields().stream().map(SheetReader::trim).toList();
            boolean blank = fields.stream().allMatch(String::isEmpty);
            if (blank || isSeparatorHint(number, fields)) {
                continue;
            }
            if (header.isEmpty()) {
                header = fields;
            } else if (rows.size() == Sheet.MAX_ROWS) {
                return new Refused(
                        new FileProblem(
                                "Die Datei hat mehr als 50.000 Artikel.", "Teilen Sie die Datei."));
            } else {
                rows.add(new Sheet.Row(number, fields));
            }
        }
        return withHeader(header, rows);
    }

    private static Result withHeader(List<String> header, List<Sheet.Row> rows) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < Math.min(header.size(), MAX_COLUMNS); i++) {
            String name = header.get(i);
            Optional<Column> column = Column.of(name);
            if (column.isEmpty()) {
                if (!name.isEmpty()) {
                    unknown.add(name);
                }
            } else if (columns.putIfAbsent(column.get(), i) != null) {
                return new Refused(
                        new FileProblem(
                                "Die Spalte „%s“ kommt zweimal vor: als „%s“ und als „%s“."
                                        .formatted(
                                                column.get().label(),
                                                header.get(columns.get(column.get())),
                                                name),
                                "Löschen Sie eine der beiden Spalten."));
            }
        }
        List<Column> missing =
                Stream.of(Column.values())
                        .filter(column -> column.required() && !columns.containsKey(column))
                        .toList();
        if (!missing.isEmpty()) {
            return new Refused(missingColumns(missing, header));
        }
        if (rows.isEmpty()) {
            return new Refused(
                    new FileProblem(
                            "Unter der Kopfzeile steht kein Artikel.",
                            "Schreiben Sie je Artikel eine Zeile."));
        }
        return new Read(
                new Sheet(
                        Map.copyOf(columns),
                        header.size(),
                        List.copyOf(unknown),
                        List.copyOf(rows)));
    }

    private static FileProblem missingColumns(List<Column> missing, List<String> header) {
        String found =
                header.stream()
                        .filter(name -> !name.isEmpty())
                        .limit(12)
                        .map(name -> name.length() > 30 ? name.substring(0, 30) + "…" : name)
                        .collect(Collectors.joining("“, „", "„", "“"));
        String wanted =
                missing.stream().map(Column::label).collect(Collectors.joining("“, „", "„", "“"));
        return new FileProblem(
                "Es fehlen die Spalten %s. Gefunden wurde als Kopfzeile: %s."
                        .formatted(wanted, found),
                "Schreiben Sie in die erste Zeile die Spaltennamen, so wie in der Vorlage.");
    }

    /**
     * The separator that makes the most known headers out of the first line, else the one that
     * splits most.
     */
    private static char separatorOf(String text) {
        String head =
                text.lines()
                        .filter(line -> !line.isBlank())
                        .limit(2)
                        .collect(Collectors.joining("\n"));
        if (head.regionMatches(true, 0, "sep=", 0, 4) && head.length() > 4) {
            char hint = head.charAt(4);
            if (SEPARATORS.contains(hint)) {
                return hint;
            }
        }
        String first = head.lines().findFirst().orElse("");
        return SEPARATORS.stream()
                .max(
                        Comparator.comparingLong(
                                        (Character separator) -> knownHeaders(first, separator))
                                .thenComparingLong(
                                        separator ->
                                                first.chars().filter(c -> c == separator).count()))
                .orElse(';');
    }

    private static long knownHeaders(String line, char separator) {
        return Stream.of(line.split(java.util.regex.Pattern.quote(String.valueOf(separator)), -1))
                .map(name -> name.replace("\"", ""))
                .filter(name -> Column.of(name).isPresent())
                .count();
    }

    /** Excel writes {@code sep=;} above the header when it is told to. */
    private static boolean isSeparatorHint(int number, List<String> fields) {
        return number == 1
                && fields.getFirst().toLowerCase(java.util.Locale.ROOT).startsWith("sep=");
    }

    private static String trim(String field) {
        return field.replace('\u00A0', ' ').strip();
    }

    private static CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }
}
