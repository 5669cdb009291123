package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.CashMovementKind;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.platform.MarktplatzProperties;
import de.mobilermarktplatz.platform.jobs.Jobs;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.store.DurableStore;
import de.mobilermarktplatz.sync.store.DurableStore.Cover;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tablet may forget only what a backup holds that was read back; a note alone proves nothing. */
@MarktplatzTest
class WhatABackupCoversTest {

    private static final String TAKEN = "2026-11-30T01:30:00Z";

    private final Devices devices;
    private final DurableStore durable;
    private final Jobs jobs;
    private final TestRegions regions;
    private final TestHttp http;
    private final UuidV7 ids;
    private final TestClock clock;
    private final Path note;
    private Region region;
    private TestTablet tablet;

    WhatABackupCoversTest(
            Devices devices,
            DurableStore durable,
            Jobs jobs,
            TestRegions regions,
            TestHttp http,
            UuidV7 ids,
            TestClock clock,
            MarktplatzProperties properties) {
        this.devices = devices;
        this.durable = durable;
        this.jobs = jobs;
        this.regions = regions;
        this.http = http;
        this.ids = ids;
        this.clock = clock;
        this.note = properties.data().resolve(VerifiedBackups.NOTE);
    }

    @BeforeEach
    void aTabletHasSentThreeEntries() {
        region = regions.create();
        tablet = new TestTablet(http, region, ids, clock);
        String code = TestRegions.run(region, devices.newCode(region));
        assertThat(tablet.enrol(code)).isEqualTo(200);
        for (int i = 1; i <= 3; i++) {
            tablet.writes(
                    new CashMovement(i, CashMovementKind.PAY_IN, Money.cents(100L * i), null));
        }
        assertThat(tablet.uploads(1).statusCode()).isEqualTo(200);
    }

    @AfterEach
    void noNoteStays() throws IOException {
        Files.deleteIfExists(note);
    }

    @Test
    void whatTheBackupHoldsIsDurableAndNoMore() throws IOException {
        assertThat(cover()).isEqualTo(new Cover(3, 0, Instant.EPOCH));
        noted(line(2, tablet.head(2)));
        assertThat(cover()).isEqualTo(new Cover(3, 2, Instant.parse(TAKEN)));
    }

    @Test
    void anOlderNoteLowersNothing() throws IOException {
        noted(line(3, tablet.head(3)));
        noted(line(1, tablet.head(1)));
        assertThat(cover().durable()).isEqualTo(3);
    }

    @Test
    void aNoteOfAnotherHistoryCoversNothing() throws IOException {
        noted(line(2, tablet.head(3)));
        assertThat(cover().durable()).isZero();
    }

    @Test
    void aNoteThatWasCutOffSaysNothing() throws IOException {
        Files.writeString(note, "backup\tx\t" + TAKEN + "\n" + line(3, tablet.head(3)) + "\n");
        runs();
        Files.writeString(note, "backup\tx\t" + TAKEN + "\nrubbish\nend\t1\n");
        runs();
        assertThat(cover().durable()).isZero();
    }

    private String line(int seq, Bytes hash) {
        return "%s\t%s\t%d\t%s".formatted(region.id(), tablet.journal, seq, hash.hex());
    }

    private void noted(String line) throws IOException {
        String name = "marktplatz-" + ids.next();
        Files.writeString(note, "backup\t%s\t%s\n%s\nend\t1\n".formatted(name, TAKEN, line));
        runs();
    }

    private void runs() {
        jobs.runNow(region, "sync.verified-backups").block();
    }

    private Cover cover() {
        return TestRegions.run(region, durable.cover(region));
    }
}
