package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files that the sample county is made of. */
final class SampleFiles {

    private static final String FOLDER = "/sample/salzlandkreis/";

    private SampleFiles() {}

    /** The bytes of a file, as a producer would send it. */
    static byte[] bytes(String name) {
        try (InputStream in = SampleFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("sample file " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read sample file " + name, e);
        }
    }

    /** Rows by their column names. */
    static List<NamedCsvRecord> rows(String name) {
        String text = new String(bytes(name), StandardCharsets.UTF_8);
        return CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(text).stream().toList();
    }

    /** Columns {@code lat} and {@code lon} in degrees. */
    static GeoPoint point(NamedCsvRecord row) {
        return point(row.getField("lat"), row.getField("lon"));
    }

    /** From degrees as a file writes them. */
    static GeoPoint point(String latitude, String longitude) {
        return new GeoPoint(microDegrees(latitude), microDegrees(longitude));
    }

    private static int microDegrees(String degrees) {
        return new BigDecimal(degrees).movePointRight(6).intValueExact();
    }
}
