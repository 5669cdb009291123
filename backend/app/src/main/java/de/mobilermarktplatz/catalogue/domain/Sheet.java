package de.mobilermarktplatz.catalogue.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file read as a table with known columns.
 *
 * @param columns where each known column stands, zero-based
 * @param width cells of the header
 * @param unknownHeaders headers that no column is known by; they are not read and people are told
 * @param rows the rows below the header that hold anything
 */
public record Sheet(
        Map<Column, Integer> columns, int width, List<String> unknownHeaders, List<Row> rows) {

    /** Most rows that are read. */
    public static final int MAX_ROWS = 50_000;

    /**
     * One row.
     *
     * @param number as a spreadsheet counts it, the header being 1
     * @param fields the cells, without spaces around them
     */
    public record Row(int number, List<String> fields) {}

    /** Whether the file has the column at all; a missing column leaves what is stored. */
    boolean has(Column column) {
        return columns.containsKey(column);
    }

    /** The cell's text, empty when the cell or its column is missing. */
    String text(Row row, Column column) {
        return Optional.ofNullable(columns.get(column))
                .filter(index -> index < row.fields().size())
                .map(index -> row.fields().get(index))
                .orElse("");
    }

    /** A problem of one cell. */
    CellProblem problem(Row row, Column column, String what, String advice) {
        int index = columns.getOrDefault(column, 0);
        return new CellProblem(
                row.number(),
                CellProblem.address(index, row.number()),
                column.label(),
                text(row, column),
                what,
                advice);
    }
}
