package de.mobilermarktplatz.catalogue.domain;

import de.mobilermarktplatz.catalogue.Article;
import de.mobilermarktplatz.kernel.quantity.Unit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one row and remembers what is wrong with them. A column that the file does not
 * have keeps what is stored; an empty cell says that there is nothing.
 */
final class RowReader {

    /** What programs write where they could not read a letter. */
    private static final char LOST_LETTER = '\uFFFD';

    private final Sheet sheet;
    private final Sheet.Row row;
    private final Optional<Article> current;
    private final List<CellProblem> problems;

    RowReader(Sheet sheet, Sheet.Row row, Optional<Article> current, List<CellProblem> problems) {
        this.sheet = sheet;
        this.row = row;
        this.current = current;
        this.problems = problems;
    }

    /** A cell that must hold something; null after a problem was noted. */
    <T> @Nullable T required(Column column, String example, Function<String, Parsed<T>> parser) {
        String text = sheet.text(row, column);
        if (text.isEmpty()) {
            problems.add(
                    sheet.problem(
                            row, column, "ist leer", "schreiben Sie zum Beispiel " + example));
            return null;
        }
        return value(column, parser.apply(text));
    }

    /** A cell that may be empty; null when it is, or after a problem was noted. */
    <T> @Nullable T optional(
            Column column,
            Function<Article, @Nullable T> stored,
            Function<String, Parsed<T>> parser) {
        if (!sheet.has(column)) {
            return current.isPresent() ? stored.apply(current.get()) : null;
        }
        String text = sheet.text(row, column);
        return text.isEmpty() ? null : value(column, parser.apply(text));
    }

    private <T> @Nullable T value(Column column, Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Value<T>(T value) -> value;
            case Parsed.Wrong<T>(String what, String advice) -> {
                problems.add(sheet.problem(row, column, what, advice));
                yield null;
            }
        };
    }

    /** Text up to a number of characters, as one line. */
    static Function<String, Parsed<String>> text(int limit) {
        return text -> {
            String line = text.replaceAll("\\s+", " ");
            if (line.indexOf(LOST_LETTER) >= 0) {
                return Parsed.wrong(
                        "enthält einen beschädigten Buchstaben (�)",
                        "schreiben Sie den Text dieser Zelle noch einmal");
            }
            return line.length() <= limit
                    ? Parsed.of(line)
                    : Parsed.wrong(
                            "hat %d Zeichen".formatted(line.length()),
                            "schreiben Sie höchstens %d Zeichen".formatted(limit));
        };
    }

    /** Text of the deposit kind column, which is read together with the amount. */
    String raw(Column column) {
        return sheet.text(row, column);
    }

    static Unit unitOf(Words.Measure measure) {
        return measure == Words.Measure.PIECE ? Unit.PIECE : Unit.GRAM;
    }
}
