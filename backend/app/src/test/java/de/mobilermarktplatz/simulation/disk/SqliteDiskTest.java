package de.mobilermarktplatz.simulation.disk;

import de.mobilermarktplatz.tablet.machine.Disk;
import de.mobilermarktplatz.tablet.machine.feed.FeedMemory;
import de.mobilermarktplatz.tablet.store.TabletStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The tablet's own disk: SQLite. */
class SqliteDiskTest extends DiskContract {
    @TempDir Path folder;
    private TabletStore store;

    @BeforeEach
    void open() {
        store = TabletStore.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected Disk disk() {
        return store;
    }

    /**
     * A process that dies closes nothing but loses its locks; what it had not committed is lost.
     */
    @Override
    protected Disk afterACrash() {
        store.close();
        store = TabletStore.open(folder);
        return store;
    }

    @Override
    protected FeedMemory feed() {
        return store.feed();
    }
}
