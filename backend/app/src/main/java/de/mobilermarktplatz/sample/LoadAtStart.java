package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.platform.MarktplatzProperties;
import de.mobilermarktplatz.platform.StartRefused;
import de.mobilermarktplatz.platform.region.UnderConstruction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Schedulers;

/**
 * Loads the sample county in the background of a DEMO start; a page tells meanwhile how far it is.
 */
@Component
class LoadAtStart implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoadAtStart.class);

    private static final UnderConstruction.Progress PREPARING =
            new UnderConstruction.Progress(1, 1, "Vorbereitung");

    private final SampleCounty county;
    private final StartNotice notice;
    private final UnderConstruction building;
    private final MarktplatzProperties properties;
    private final Environment environment;
    private final @Nullable CountyFolder folder;
    private Disposable loading = Disposables.disposed();

    LoadAtStart(
            SampleCounty county,
            StartNotice notice,
            UnderConstruction building,
            MarktplatzProperties properties,
            Environment environment) {
        this.county = county;
        this.notice = notice;
        this.building = building;
        this.properties = properties;
        this.environment = environment;
        if (!properties.demo()
                && environment.getProperty("marktplatz.sample", Boolean.class, false)) {
            throw new StartRefused(
                    "Im Betrieb LIVE werden keine Beispieldaten geladen, aber marktplatz.sample ist true. Vielleicht ist die Einstellung von einer Vorführung übrig.");
        }
        folder = wanted() ? folder(properties.sampleCounty()) : null;
        if (folder != null) {
            // Before the first request and the first heartbeat: nobody sees it half done.
            building.tell(folder.slug(), PREPARING);
        }
    }

    private static CountyFolder folder(String place) {
        try {
            return new CountyFolder(place);
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "Einen Beispiel-Landkreis „%s“ gibt es nicht. Vielleicht ist marktplatz.sample-county falsch geschrieben."
                            .formatted(place),
                    e);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        CountyFolder wanted = folder;
        if (wanted == null) {
            return;
        }
        LOG.info("Bereit: {}/ (der Beispiel-Landkreis wird geladen)", host());
        loading =
                county.load(wanted)
                        .flatMap(region -> notice.text(region, wanted, host()))
                        .subscribeOn(Schedulers.parallel())
                        .doFinally(end -> building.done(wanted.slug()))
                        .subscribe(
                                LOG::info,
                                error ->
                                        LOG.error(
                                                "The sample county could not be loaded. The next start goes on with it.",
                                                error));
    }

    /** {@code --no-sample} is easier to remember than the property's name. */
    private boolean wanted() {
        return properties.demo()
                && properties.sample()
                && !environment.containsProperty("no-sample");
    }

    private String host() {
        String publicUrl = properties.publicUrl();
        return publicUrl != null
                ? publicUrl
                : "http://localhost:" + environment.getProperty("local.server.port", "8080");
    }

    @Override
    public void close() {
        loading.dispose();
    }
}
