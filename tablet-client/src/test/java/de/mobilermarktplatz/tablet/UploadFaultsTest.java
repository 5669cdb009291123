package de.mobilermarktplatz.tablet;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.JournalEntry;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadFaultsTest {
    @TempDir Path data;
    private Rig van;

    @BeforeEach
    void takeTheTour() throws Exception {
        van = Rig.onTour(data);
        van.drain();
    }

    @AfterEach
    void park() {
        van.close();
    }

    @Test
    void lostRepliesDoubleNothing() throws Exception {
        van.backend.losesReplies.set(3);
        sell(20);
        van.drain();
        assertEverythingArrivedOnce();
        assertThat(van.backend.repeatedEntries.get()).isPositive();
    }

    @Test
    void aServerThatWasRestoredGetsItsLostEntriesBackAndSaysSoByItsEpoch() throws Exception {
        sell(20);
        van.drain();
        int before = van.backend.inbox.size();
        van.backend.restoreTo(5);
        van.drain();
        assertThat(van.backend.inbox).hasSize(before);
        assertThat(van.backend.epoch).isEqualTo(2);
        assertThat(van.tell("status").get("epoch").asLong()).isEqualTo(2);
        assertEverythingArrivedOnce();
    }

    @Test
    void aRestoredServerThatForgotTheTabletLearnsItAgainWithoutAnybodysHelp() throws Exception {
        sell(5);
        van.drain();
        int before = van.backend.inbox.size();
        van.backend.restoreTo(0);
        van.backend.forgotten = true;
        van.drain();
        assertThat(van.backend.inbox).hasSize(before);
        assertEverythingArrivedOnce();
    }

    @Test
    void aServerThatChangesToTheKeyItAnnouncedIsBelieved() throws Exception {
        van.backend.usesItsNextKey = true;
        sell(2);
        van.drain();
        assertEverythingArrivedOnce();
    }

    @Test
    void refusalsOfEveryKindDeleteNothing() throws Exception {
        van.backend.refusals.set(1_000);
        sell(3);
        for (int status : new int[] {400, 401, 403, 404, 413, 422, 426, 429, 500, 503}) {
            van.backend.refusalStatus = status;
            van.backend.refusals.set(1_000);
            assertThat(van.refused("sync"))
                    .contains("nur auf diesem Tablet")
                    .contains("Gerade nicht");
            van.tell("sell 11 1 cash 120");
        }
        van.backend.refusals.set(0);
        van.drain();
        assertEverythingArrivedOnce();
        assertThat(van.tell("status").get("receipts").asLong()).isEqualTo(13);
    }

    @Test
    void aProgramTooOldForNewToursSaysSoAndGoesOnSellingAndSending() throws Exception {
        van.backend.refusesTours = 426;
        assertThat(van.refused("tours")).contains("Gerade nicht");
        sell(2);
        van.drain();
        assertThat(van.tell("status").get("words").asString()).contains("zu alt für neue Touren");
        assertEverythingArrivedOnce();
        van.backend.refusesTours = 0;
        van.tell("tours");
        assertThat(van.tell("status").get("words").asString()).doesNotContain("zu alt");
    }

    @Test
    void anAcknowledgementThatTheServerDidNotSignIsNotBelieved() throws Exception {
        long acked = van.tell("status").get("acked").asLong();
        van.backend.forgesAcks = true;
        sell(2);
        assertThat(van.refused("sync")).contains("nicht vom Server unterschrieben");
        assertThat(van.tell("status").get("acked").asLong()).isEqualTo(acked);
        van.backend.forgesAcks = false;
        van.drain();
        assertEverythingArrivedOnce();
    }

    @Test
    void aServerWhoseClockIsAheadStillGetsEverything() throws Exception {
        van.backend.clockAhead = java.time.Duration.ofHours(26);
        sell(2);
        assertThat(van.tell("tours").get("tours")).hasSize(1);
        van.drain();
        assertEverythingArrivedOnce();
    }

    @Test
    void anEnrolmentWhoseReplyGotLostWorksWithTheSameCode(@TempDir Path other) throws Exception {
        try (var second = Rig.notEnrolled(other)) {
            second.backend.losesEnrolmentReplies.set(1);
            assertThat(second.refused("enrol " + FakeBackend.CODE)).contains("nicht erreichbar");
            assertThat(second.refused("sell 11 1 cash 120")).contains("nicht angemeldet");
            assertThat(second.tell("enrol " + FakeBackend.CODE).get("till").asLong()).isEqualTo(3);
        }
    }

    @Test
    void theKeyOnTheTabletIsReadableByItsOwnerOnly() throws Exception {
        assertThat(
                        java.nio.file.attribute.PosixFilePermissions.toString(
                                java.nio.file.Files.getPosixFilePermissions(
                                        data.resolve("device.key"))))
                .isEqualTo("rw-------");
    }

    private void sell(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            van.tell("sell 11 1 12 1 cash 1000");
        }
    }

    private void assertEverythingArrivedOnce() throws Exception {
        var entries = van.backend.journal();
        assertThat(entries).hasSize((int) van.tell("status").get("lastSeq").asLong());
        assertThat(entries).extracting(JournalEntry::opId).doesNotHaveDuplicates();
        for (int i = 0; i < entries.size(); i++) {
            assertThat(entries.get(i).seq()).isEqualTo(i + 1);
        }
    }
}
