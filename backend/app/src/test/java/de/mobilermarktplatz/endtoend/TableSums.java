package de.mobilermarktplatz.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.testing.ExternalDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Rows and a hash of every table, asked in another way than the backup's scripts do. */
record TableSums(SequencedMap<String, Sum> tables) {

    record Sum(long rows, String hash) {}

    static TableSums of(ExternalDatabase database) {
        SequencedMap<String, Sum> tables = new TreeMap<>();
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            for (String table : names(statement)) {
                try (ResultSet row =
                        statement.executeQuery(
                                "SELECT count(*), coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text COLLATE \"C\")), '-') FROM "
                                        + table
                                        + " t")) {
                    row.next();
                    tables.put(table, new Sum(row.getLong(1), row.getString(2)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TableSums(tables);
    }

    private static List<String> names(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery(
                        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** Everything but the epoch, which a restore raises, is as it was. */
    void areTheSameAs(TableSums before) {
        System.out.printf("    %-24s %8s  %s%n", "table", "rows", "hash before = hash after");
        tables.forEach(
                (table, sum) -> {
                    Sum was = before.tables.get(table);
                    System.out.printf(
                            "    %-24s %8d  %s %s%n",
                            table, sum.rows(), sum.hash(), sum.equals(was) ? "=" : "was " + was);
                });
        var expected = new TreeMap<>(before.tables);
        var found = new TreeMap<>(tables);
        assertThat(found.remove("sync_epoch").rows()).isEqualTo(1);
        expected.remove("sync_epoch");
        assertThat(found).isEqualTo(expected);
    }

    long rows() {
        return tables.values().stream().mapToLong(Sum::rows).sum();
    }
}
