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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The files that a sample county is made of: a folder below {@code sample} that comes along with
 * the program, or any folder of the disk. Nothing about a county is code, so another county is
 * another folder.
 */
final class CountyFolder {

    private final String slug;

    /** Null for a county that comes along. */
    private final @Nullable Path disk;

    private final Properties settings = new Properties();

    /**
     * @param place name of a county that comes along, or path of a folder (with a slash in it); its
     *     last part becomes the county's address
     * @throws IllegalArgumentException when there is no such county
     */
    CountyFolder(String place) {
        disk = place.contains("/") ? Path.of(place) : null;
        slug = place.replaceAll("/+$", "").replaceAll(".*/", "");
        try (StringReader text = new StringReader(text("county.properties"))) {
            settings.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the settings of county " + place, e);
        }
    }

    String slug() {
        return slug;
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
                    "county.properties of sample county %s does not say %s".formatted(slug, key));
        }
        return value;
    }

    /** 0 when the county does not say it. */
    int number(String key) {
        return Integer.parseInt(settings.getProperty(key, "0"));
    }

    /** The bytes of a file, as a producer would send it. */
    byte[] bytes(String name) {
        try (InputStream in = open(name)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "The sample county %s has no %s. Maybe marktplatz.sample-county is misspelt?"
                                .formatted(slug, name));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read sample file " + name + " of " + slug, e);
        }
    }

    private @Nullable InputStream open(String name) throws IOException {
        if (disk == null) {
            return CountyFolder.class.getResourceAsStream("/sample/" + slug + "/" + name);
        }
        Path file = disk.resolve(name);
        return Files.exists(file) ? Files.newInputStream(file) : null;
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
