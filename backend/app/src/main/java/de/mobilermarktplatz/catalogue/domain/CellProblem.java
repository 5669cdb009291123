package de.mobilermarktplatz.catalogue.domain;

/**
 * One cell that cannot be taken as it is, or a remark on one that can.
 *
 * @param row row as a spreadsheet counts it, the header being 1
 * @param cell spreadsheet address such as {@code F12}; the row's first cell when the whole row is
 *     meant
 * @param column the column's German name
 * @param value what stands in the cell, shortened
 * @param what what is wrong with it
 * @param advice what to write instead
 */
public record CellProblem(
        int row, String cell, String column, String value, String what, String advice) {

    private static final int VALUE_LIMIT = 60;

    public CellProblem {
        if (value.length() > VALUE_LIMIT) {
            value = value.substring(0, VALUE_LIMIT) + "…";
        }
    }

    /**
     * Spreadsheet address of a zero-based column in a row: 0, 12 is {@code A12}; 27, 3 is {@code
     * AB3}.
     */
    public static String address(int columnIndex, int row) {
        StringBuilder letters = new StringBuilder();
        for (int rest = columnIndex; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString() + row;
    }
}
