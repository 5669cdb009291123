package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.platform.MarktplatzProperties;
import de.mobilermarktplatz.platform.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Schedulers;

/** Loads the sample county in the background of a DEMO start; pages can be seen meanwhile. */
@Component
class LoadAtStart implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoadAtStart.class);

    private final SampleCounty county;
    private final StartNotice notice;
    private final MarktplatzProperties properties;
    private final Environment environment;
    private Disposable loading = Disposables.disposed();

    LoadAtStart(
            SampleCounty county,
            StartNotice notice,
            MarktplatzProperties properties,
            Environment environment) {
        this.county = county;
        this.notice = notice;
        this.properties = properties;
        this.environment = environment;
        if (!properties.demo()
                && environment.getProperty("marktplatz.sample", Boolean.class, false)) {
            throw new StartRefused(
                    "Im Betrieb LIVE werden keine Beispieldaten geladen, aber marktplatz.sample ist true. Vielleicht ist die Einstellung von einer Vorführung übrig.");
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (!wanted()) {
            return;
        }
        LOG.info("Bereit: {}/ (die Beispieldaten folgen in wenigen Sekunden)", host());
        CountyFolder folder = new CountyFolder(properties.sampleCounty());
        loading =
                county.load(folder)
                        .flatMap(region -> notice.text(region, folder, host()))
                        .subscribeOn(Schedulers.parallel())
                        .subscribe(
                                LOG::info,
                                error -> LOG.error("The sample data could not be loaded", error));
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
