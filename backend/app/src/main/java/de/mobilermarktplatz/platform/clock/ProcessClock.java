package de.mobilermarktplatz.platform.clock;

import de.mobilermarktplatz.platform.Mode;
import de.mobilermarktplatz.platform.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;

/** System time moved by an offset; in DEMO the offset can change and is kept in a file. */
final class ProcessClock implements MovableClock {

    private final InstantSource system;
    private final Mode mode;
    private final Duration configured;
    private final Path file;
    private volatile Duration offset;

    /**
     * @param system the machine's own time
     * @param configured the offset of every start; a kept one comes on top of it
     * @param file where a moved clock is kept; need not exist
     * @throws StartRefused when the file is there in LIVE or cannot be read
     */
    ProcessClock(InstantSource system, Mode mode, Duration configured, Path file) {
        this.system = system;
        this.mode = mode;
        this.configured = configured;
        this.file = file;
        this.offset = Files.exists(file) ? kept().plus(configured) : configured;
    }

    @Override
    public Instant instant() {
        return system.instant().plus(offset);
    }

    @Override
    public Duration ahead() {
        return offset;
    }

    @Override
    public void travelTo(Instant moment) {
        if (mode != Mode.DEMO) {
            throw new IllegalStateException("Only a DEMO may move the clock; this is " + mode);
        }
        offset = Duration.between(system.instant(), moment);
    }

    @Override
    public Runnable bookmark() {
        Duration now = offset;
        return () -> offset = now;
    }

    @Override
    public synchronized void moveTo(Instant moment) {
        travelTo(moment);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            var _ = Files.writeString(fresh, offset.minus(configured).toString());
            var _ = Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The moved clock cannot be kept in " + file, e);
        }
    }

    private Duration kept() {
        if (mode != Mode.DEMO) {
            throw new StartRefused(
                    "Im Betrieb LIVE wird die Uhr nie verstellt, aber %s ist von einer Vorführung übrig. Vielleicht gehört der Datenordner zu einer Vorführung?"
                            .formatted(file));
        }
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (IOException | DateTimeParseException e) {
            throw new StartRefused(
                    "Die verstellte Uhr der Vorführung in %s ist unlesbar. Ohne die Datei geht die Uhr wieder richtig."
                            .formatted(file));
        }
    }
}
