package de.mobilermarktplatz.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.testing.MarktplatzTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every table of every migration keeps, asked of PostgreSQL's own catalogue. */
@MarktplatzTest
class SchemaRulesTest {

    private static final String OURS =
            " c.relnamespace = 'public'::regnamespace AND c.relname NOT IN ('region', 'flyway_schema_history') ";

    private final DatabaseAddress address;

    SchemaRulesTest(DatabaseAddress address) {
        this.address = address;
    }

    @Test
    void everyTableBelongsToARegion() throws SQLException {
        assertThat(offenders("SELECT c.relname FROM pg_class c WHERE c.relkind IN ('r', 'p')"))
                .hasSizeGreaterThan(20);
        assertNone(
                """
                SELECT c.relname FROM pg_class c
                WHERE c.relkind IN ('r', 'p') AND %s AND NOT EXISTS (
                    SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'region_id' AND a.attnotnull)
                """);
    }

    @Test
    void rowLevelSecurityIsForcedWithTheOnePolicyAndNoOther() throws SQLException {
        assertNone(
                """
                SELECT c.relname FROM pg_class c
                WHERE c.relkind IN ('r', 'p') AND %s AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
                """);
        assertNone(
                """
                SELECT c.relname FROM pg_class c
                WHERE c.relkind IN ('r', 'p') AND %s
                  AND (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid) <> 1
                """);
        assertThat(
                        offenders(
                                "SELECT DISTINCT cmd || ' ' || permissive || ' ' || roles::text || ' ' || qual || coalesce(with_check, '')"
                                        + " FROM pg_policies WHERE schemaname = 'public'"))
                .singleElement()
                .asString()
                .startsWith("ALL PERMISSIVE {public} (region_id = ")
                .contains("current_setting('app.region'::text, true)");
    }

    @Test
    void theRegionLeadsEveryPrimaryKeyAndEveryUniqueIndex() throws SQLException {
        assertNone(
                """
                SELECT c.relname FROM pg_class c
                WHERE c.relkind IN ('r', 'p') AND %s
                  AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary)
                """);
        assertNone(
                """
                SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
                WHERE %s AND (i.indisunique OR i.indisexclusion) AND coalesce((
                    SELECT a.attname FROM pg_attribute a
                    WHERE a.attrelid = c.oid AND a.attnum = i.indkey[0]), '') <> 'region_id'
                """);
    }

    @Test
    void theRegionLeadsEveryForeignKeyOnBothEnds() throws SQLException {
        assertNone(
                """
                SELECT c.relname || '.' || k.conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
                WHERE k.contype = 'f' AND %s AND NOT EXISTS (
                    SELECT FROM pg_attribute a, pg_attribute b
                    WHERE a.attrelid = k.conrelid AND a.attnum = k.conkey[1] AND a.attname = 'region_id'
                      AND b.attrelid = k.confrelid AND b.attnum = k.confkey[1] AND b.attname = 'region_id')
                """);
    }

    @Test
    void nothingChangesRowsBehindTheApplicationsBack() throws SQLException {
        assertThat(
                        offenders(
                                "SELECT conrelid::regclass || '.' || conname FROM pg_constraint"
                                        + " WHERE contype = 'f' AND (confdeltype IN ('n', 'd') OR confupdtype <> 'a')"))
                .as("ON DELETE SET NULL/DEFAULT or ON UPDATE")
                .isEmpty();
        assertThat(
                        offenders(
                                "SELECT tgrelid::regclass || '.' || tgname FROM pg_trigger WHERE NOT tgisinternal"))
                .as("triggers")
                .isEmpty();
        assertThat(
                        offenders(
                                "SELECT tablename || '.' || rulename FROM pg_rules WHERE schemaname = 'public'"))
                .as("rules")
                .isEmpty();
    }

    @Test
    void idsAndTimesComeFromTheProgram() throws SQLException {
        assertNone("SELECT c.relname FROM pg_class c WHERE c.relkind = 'S' AND %s");
        assertNone(
                """
                SELECT c.relname || '.' || a.attname || ' ' || pg_get_expr(d.adbin, d.adrelid)
                FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid
                JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
                WHERE %s AND pg_get_expr(d.adbin, d.adrelid) ~* '(now|random|uuid|nextval|clock|current_|timestamp)'
                """);
    }

    @Test
    void moneyIsWholeCentsAndInstantsHaveAZone() throws SQLException {
        assertNone(
                """
                SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p') AND %s
                  AND (a.atttypid IN ('float4'::regtype, 'float8'::regtype, 'money'::regtype, 'timestamp'::regtype,
                        'timetz'::regtype)
                    OR (a.attname LIKE '%%\\_cents' AND a.atttypid <> 'int8'::regtype))
                """);
    }

    @Test
    void theApplicationsRoleOwnsNothingAndCannotLiftTheRules() throws SQLException {
        var app = "'" + address.app().user() + "'";
        assertThat(
                        offenders(
                                "SELECT rolname FROM pg_roles WHERE rolname = "
                                        + app
                                        + " AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)"))
                .isEmpty();
        assertThat(
                        offenders(
                                "SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = "
                                        + app))
                .isEmpty();
        assertThat(
                        offenders(
                                "SELECT roleid::regrole FROM pg_auth_members WHERE member = "
                                        + app
                                        + "::regrole"))
                .as("roles it could turn into")
                .isEmpty();
        assertThat(offenders("SELECT has_schema_privilege(" + app + ", 'public', 'CREATE')"))
                .containsExactly("f");
        assertNone(
                "SELECT c.relname FROM pg_class c WHERE c.relkind IN ('r', 'p') AND %s AND has_table_privilege("
                        + app
                        + ", c.oid, 'TRUNCATE, REFERENCES, TRIGGER')");
        assertThat(
                        offenders(
                                "SELECT privilege_type FROM information_schema.table_privileges WHERE table_name = 'region'"
                                        + " AND grantee = "
                                        + app))
                .containsExactly("SELECT");
    }

    private void assertNone(String query) throws SQLException {
        assertThat(offenders(query.formatted(OURS))).isEmpty();
    }

    private List<String> offenders(String query) throws SQLException {
        try (var connection = AppRole.ofNoRegion(address)) {
            return AppRole.read(connection, query);
        }
    }
}
