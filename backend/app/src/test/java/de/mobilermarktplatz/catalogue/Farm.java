package de.mobilermarktplatz.catalogue;

import de.mobilermarktplatz.identity.People;
import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;

/** An invented farm whose farmer walks through the pages: orders close one day before at 18:00. */
public final class Farm {

    public static final String HEADER =
            "artikelnummer;bezeichnung;gtin;einheit;inhalt;preis;mwst;pfand;kühlung;allergene;menge;wagenmenge\n";
    public static final String CHEESE = "K-1;Bauernkäse;;Stück;250 g;4,50;7;;gekühlt;Milch;20;5\n";
    public static final String JUICE =
            "S-1;Apfelsaft;;Stück;1 l;2,80;19;0,15;ungekühlt;keine;30;10\n";

    private final Producer producer;
    private final Browser farmer;
    private final String link;

    private Farm(Producer producer, Browser farmer, String link) {
        this.producer = producer;
        this.farmer = farmer;
        this.link = link;
    }

    public static Farm in(
            Region region, Producers producers, People people, TestHttp http, UuidV7 ids) {
        Producer producer =
                new Producer(
                        new ProducerId(ids.next()),
                        "Hof Beispiel",
                        "hof@beispiel.invalid",
                        null,
                        new Producer.Address("Dorfstraße 1", "39418", "Staßfurt"),
                        GeoPoint.ofDegrees(51.85, 11.58),
                        1,
                        LocalTime.of(18, 0),
                        LocalTime.of(6, 0),
                        LocalTime.of(8, 0),
                        600,
                        SaleModel.COMMISSION,
                        TaxStatus.STANDARD);
        var _ = TestRegions.run(region, producers.add(region, producer));
        Browser farmer = new Browser(http, region);
        String link =
                people.personalLink(
                        region,
                        Objects.requireNonNull(
                                        TestRegions.run(
                                                region,
                                                people.addProducerUser(
                                                        region, "Bauer Beispiel", producer.id())))
                                .id());
        Farm farm = new Farm(producer, farmer, link);
        farm.comeIn();
        return farm;
    }

    /** By the personal link; again after more than the twelve hours of a session. */
    public void comeIn() {
        var _ = farmer.get(link);
        var _ = farmer.get("/erzeuger");
    }

    public ProducerId id() {
        return producer.id();
    }

    public Browser farmer() {
        return farmer;
    }

    /** Sends a file by the form. */
    public Browser.Answer send(byte[] content) {
        String boundary = "grenze";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(
                body,
                "--grenze\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                        + farmer.token()
                        + "\r\n--grenze\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"artikel.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n");
        body.writeBytes(content);
        write(body, "\r\n--grenze--\r\n");
        return farmer.send(
                HttpRequest.newBuilder(farmer.uri("/erzeuger/dateien"))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build());
    }

    /** Sends a good file and takes it over; the address of the page that says so. */
    public String takeOver(String csv) {
        String dryRun =
                Objects.requireNonNull(send(csv.getBytes(StandardCharsets.UTF_8)).location());
        var _ = farmer.get(dryRun);
        return Objects.requireNonNull(farmer.post(dryRun + "/uebernehmen", Map.of()).location());
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
