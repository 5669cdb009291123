package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;

/**
 * The files that a sample county is made of: a folder of the class path below {@code sample}.
 * Nothing about a county is code, so another one is another folder.
 */
final class CountyFolder {

    private final String folder;
    private final Properties settings = new Properties();

    /**
     * @param name of the folder and of the county's address
     * @throws IllegalArgumentException when there is no such folder
     */
    CountyFolder(String name) {
        this.folder = name;
        try (StringReader text = new StringReader(text("county.properties"))) {
            settings.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the settings of county " + name, e);
        }
    }

    String slug() {
        return folder;
    }

    String name() {
        return setting("name");
    }

    ZoneId zone() {
        return ZoneId.of(setting("zone"));
    }

    /** Fails when the county does not say it. */
    String setting(String key) {
        String value = settings.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException(
                    "county.properties of sample county %s does not say %s".formatted(folder, key));
        }
        return value;
    }

    /** 0 when the county does not say it. */
    int number(String key) {
        return Integer.parseInt(settings.getProperty(key, "0"));
    }

    /** The bytes of a file, as a producer would send it. */
    byte[] bytes(String name) {
        String path = "/sample/" + folder + "/" + name;
        try (InputStream in = CountyFolder.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "There is no %s. Maybe marktplatz.sample-county is misspelt?"
                                .formatted(path));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read sample file " + path, e);
        }
    }

    /** Rows by their column names. */
    List<NamedCsvRecord> rows(String name) {
        return CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(text(name)).stream()
                .toList();
    }

    private String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
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
