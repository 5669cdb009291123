package de.mobilermarktplatz.platform;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Start-up options of the whole process, prefix {@code marktplatz}.
 *
 * @param mode what may be simulated; DEMO until an operator says LIVE
 * @param data folder that outlives the build: database, secrets, simulator state
 * @param clockOffset how far the clock is moved; anything but zero needs DEMO
 * @param sample load the sample county at the start (DEMO only)
 * @param sampleCounty the sample county: name of one that comes along, or path of a folder (with a
 *     slash in it)
 * @param background run relay and jobs by themselves; tests switch it off and run them by hand
 * @param publicUrl address that people and Stripe reach, without a trailing slash; null means this
 *     host and port
 * @param database where PostgreSQL is
 */
@ConfigurationProperties("marktplatz")
public record MarktplatzProperties(
        @DefaultValue("DEMO") Mode mode,
        Path data,
        @DefaultValue("PT0S") Duration clockOffset,
        @DefaultValue("true") boolean sample,
        @DefaultValue("salzlandkreis") String sampleCounty,
        @DefaultValue("true") boolean background,
        @Nullable String publicUrl,
        @DefaultValue Database database) {

    public MarktplatzProperties {
        if (mode == Mode.LIVE && !clockOffset.isZero()) {
            throw new StartRefused(
                    "Im Betrieb LIVE wird die Uhr nie verstellt, aber marktplatz.clock-offset ist "
                            + clockOffset
                            + ". Vielleicht ist die Einstellung von einer Vorführung übrig.");
        }
        // Links in messages and return addresses of payments must not follow whatever host a
        // request claims.
        if (mode == Mode.LIVE && publicUrl == null) {
            throw new StartRefused(
                    "Im Betrieb LIVE muss marktplatz.public-url die Adresse nennen, unter der die Leute den Laden erreichen."
                            + " Vielleicht fehlt die Einstellung in der Datei marktplatz.properties.");
        }
    }

    public boolean demo() {
        return mode == Mode.DEMO;
    }

    /**
     * @param host null means the embedded PostgreSQL inside the data folder
     * @param port 0 lets the embedded one choose a free port
     * @param poolSize connections per region, at most
     * @param poolIdle how long an unused connection stays open; all regions share what PostgreSQL
     *     allows
     */
    public record Database(
            @Nullable String host,
            @DefaultValue("0") int port,
            @DefaultValue("marktplatz") String name,
            @DefaultValue("marktplatz_owner") String ownerUser,
            @Nullable String ownerPassword,
            @DefaultValue("marktplatz_app") String appUser,
            @Nullable String appPassword,
            @DefaultValue("16") int poolSize,
            @DefaultValue("PT30S") Duration poolIdle) {}
}
