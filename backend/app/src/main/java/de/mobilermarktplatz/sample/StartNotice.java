package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.identity.People;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.RegionContext;
import de.mobilermarktplatz.sync.Devices;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where to look first, printed when the sample county is there. */
@Component
class StartNotice {

    private static final String USUAL_SERVER = "http://localhost:8080/sync/v1/salzlandkreis";

    private final SampleStaff staff;
    private final SampleProducers producers;
    private final People people;
    private final Devices devices;

    StartNotice(SampleStaff staff, SampleProducers producers, People people, Devices devices) {
        this.staff = staff;
        this.producers = producers;
        this.people = people;
        this.devices = devices;
    }

    /**
     * @param host scheme, host and port without a slash at the end
     */
    Mono<String> text(Region region, CountyFolder folder, String host) {
        Mono<String> producer =
                producers
                        .firstUser(region, folder)
                        .map(user -> people.personalLink(region, user.id()));
        return RegionContext.in(region, Mono.zip(producer, devices.newCode(region)))
                .map(found -> worded(region, host, found.getT1(), found.getT2()));
    }

    private String worded(Region region, String host, String producer, String code) {
        String base = host + "/r/" + region.slug();
        return """

                Mobiler Marktplatz %s (Beispieldaten, DEMO)
                  Laden          %s/
                  Leitstelle     %s/leitstelle
                                 anmelden als %s, Passwort %s
                  Erzeugerseite  %s
                  Postfach       %s/postfach (nach der Anmeldung)
                  Tablet         Einmalcode %s, zehn Minuten gültig; in einem zweiten Fenster:
                                 %s
                """
                .formatted(
                        region.name(),
                        base,
                        base,
                        SampleStaff.DESK_LOGIN,
                        staff.password(),
                        host + producer,
                        base,
                        code,
                        tabletCommand(host + "/sync/v1/" + region.slug()));
    }

    /** As README gives it; the address is only named where it is not the one tablets start with. */
    private static String tabletCommand(String server) {
        String command = "./mvnw -q -Ptablet -pl tablet-client -am spring-boot:run";
        return server.equals(USUAL_SERVER)
                ? command
                : command + " -Dspring-boot.run.arguments=\"--server " + server + "\"";
    }
}
