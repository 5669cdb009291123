package de.mobilermarktplatz.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.endtoend.BackupScripts.Outcome;
import de.mobilermarktplatz.endtoend.MarketDayTest.PlacedOrder;
import de.mobilermarktplatz.endtoend.Person.Page;
import de.mobilermarktplatz.testing.ExternalDatabase;
import de.mobilermarktplatz.testing.ExternalPostgres;
import de.mobilermarktplatz.testing.NeedsPostgres15;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is lost in the middle of a market day. A second one is made from the backup, with the
 * scripts that an administrator uses; the tablets bring back what the backup had not seen, and the
 * day ends with books that agree.
 */
@Tag("proof")
@ExtendWith(NeedsPostgres15.class)
class RestoreDrillTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final long began = System.nanoTime();

    @Test
    void aLostServerComesBackFromItsBackupAndTheTabletsBringTheRest() throws Exception {
        ExternalDatabase lost = ExternalPostgres.chosenOrThrowaway().database();
        ExternalDatabase second = ExternalPostgres.chosenOrThrowaway().database();
        Path secondData = folder.resolve("second-data");
        BackupScripts scripts = new BackupScripts(folder);
        Path disk = Files.createDirectory(folder.resolve("backup disk"));

        try (World world = new World(folder, lost)) {
            MarketDay day = new MarketDay(world);
            OnTheRoad road = new OnTheRoad(world, day);
            world.itIs(LocalDateTime.parse("2026-11-28T10:00"));
            day.readsWhatTheStartPrints();
            day.aProducerUploadsABadFileAndThenAGoodOne();
            PlacedOrder card = day.aCustomerOrders("Karla Kartenzahlerin", "karte");
            PlacedOrder cash = day.aCustomerOrders("Bernd Barzahler", "wagen");
            world.itIs(LocalDateTime.parse("2026-11-30T18:30"));
            day.producersAnswerAndOneCuts();
            day.theCustomerIsToldAndPaysLess(card);
            day.theDeskPlansAndReleases(MarketDayTest.MARKET_DAY);
            world.itIs(LocalDateTime.parse("2026-12-01T06:00"));
            try (TabletOnBoard first = world.tablet("tablet-1");
                    TabletOnBoard other = world.tablet("tablet-2")) {
                List<TabletOnBoard> vans = List.of(first, other);
                vans.forEach(road::takesATourAlong);
                vans.forEach(road::loadsAndOpensTheTill);
                road.handsOver(card, cash, vans);
                road.sellsForCash(other);
                vans.forEach(RestoreDrillTest::sendsEverything);
                say("the vans have handed over, sold and sent their journals");

                say("a backup while everybody works:");
                var _ = scripts.backsUp(lost, world.data(), disk, 2);
                Path backup = quietBackup(world, scripts, lost, disk);
                TableSums before = TableSums.of(lost);
                List<String> privileges = Walls.standOn(lost);

                world.startBackend();
                knowsThatItIsSafe(other);
                road.sellsForCashAndIsKilledInTheMiddle(first);
                sendsEverything(first);
                world.network().cut();
                vans.forEach(road::closesTheDay);
                long receipts = world.inTheBooks("SELECT count(*) FROM receipt");
                world.killBackend();
                say(
                        "the server is lost: %d receipts on it, the backup knows %d, %d are on the tablets",
                        receipts,
                        before.tables().get("receipt").rows(),
                        vans.stream().mapToInt(van -> van.receipts().size()).sum());

                assertThat(scripts.saysHealthy(URI.create(world.url()).getPort())).isFalse();
                restored(scripts, backup, second, secondData);
                TableSums after = TableSums.of(second);
                after.areTheSameAs(before);
                assertThat(Walls.standOn(second)).isEqualTo(privileges);
                say("row-level security, append-only books and privileges are as before");

                world.movesTo(secondData, second);
                world.startBackend();
                theOldLinkOpens(card);
                assertThat(scripts.saysHealthy(URI.create(world.url()).getPort())).isTrue();
                theBooksAreWhole(world, day, vans);

                world.network().restore();
                vans.forEach(RestoreDrillTest::sendsEverything);
                say(
                        "the tablets have sent the rest: %d receipts, epoch %d",
                        world.inTheBooks("SELECT count(*) FROM receipt"),
                        world.inTheBooks("SELECT epoch FROM sync_epoch"));
                assertThat(world.inTheBooks("SELECT count(*) FROM quarantine")).isZero();
                new Agreement(world, day).holds(card, 0, vans);
                say(
                        "both sides agree to the cent, and the card was charged with what was delivered");
            }
        }
    }

    /** Nobody changes anything meanwhile, so that every row can be compared afterwards. */
    private static Path quietBackup(
            World world, BackupScripts scripts, ExternalDatabase database, Path disk) {
        world.stopBackend();
        Path backup = scripts.backsUp(database, world.data(), disk, 1);
        assertThat(disk.toFile().list((_, name) -> name.startsWith("marktplatz-")))
                .as("what --keep 1 leaves")
                .containsExactly(backup.getFileName().toString());
        return backup;
    }

    private void restored(BackupScripts scripts, Path backup, ExternalDatabase database, Path data)
            throws IOException {
        Outcome outcome = scripts.restores(backup, database, data);
        assertThat(outcome.exit()).as(outcome.words()).isZero();
        System.out.print(outcome.words().indent(4));

        Outcome again = scripts.restores(backup, database, folder.resolve("third-data"));
        assertThat(again.exit()).as(again.words()).isEqualTo(1);
        assertThat(again.words()).contains("is not empty").contains("Nothing was changed");
        Outcome overSecrets = scripts.restores(backup, database, data);
        assertThat(overSecrets.words()).contains("secrets is already there");
        Files.writeString(backup.resolve("about.txt"), "x", StandardOpenOption.APPEND);
        assertThat(scripts.restores(backup, database, folder.resolve("third-data")).words())
                .contains("is damaged");
        say("a second restore into the same place was refused, and so was a damaged backup");
    }

    private void theOldLinkOpens(PlacedOrder order) {
        URI link = order.confirmation().address();
        Page page =
                MarketDay.until(() -> new Person().opens(link), answer -> answer.status() == 200);
        assertThat(page.body().replace(" ", "")).contains(order.spokenCode());
        say("the link of an order from before opens: %s", link.getPath());
    }

    private void theBooksAreWhole(World world, MarketDay day, List<TabletOnBoard> vans) {
        Page check = day.desk().opens(world.shop() + "/leitstelle/pruefung");
        assertThat(check.body()).doesNotContain("Kette gerissen");
        assertThat(check.body().split("Kette unversehrt", -1)).hasSize(vans.size() + 1);
        say("verify of the restored books: %d chains unbroken", vans.size());
    }

    private static void sendsEverything(TabletOnBoard van) {
        MarketDay.until(
                () -> {
                    van.asks("sync");
                    return new Page(
                            URI.create("tablet:status"), 200, van.asks("status").toString());
                },
                status -> status.body().contains("alles übertragen"));
    }

    /**
     * The mark follows the verified backup, and no further: the rest is on the tablet only once.
     */
    private void knowsThatItIsSafe(TabletOnBoard van) {
        sendsEverything(van);
        long last = van.asks("status").get("acked").asLong();
        MarketDay.until(
                () -> {
                    van.asks("sync");
                    return new Page(
                            URI.create("tablet:status"), 200, van.asks("status").toString());
                },
                status -> van.asks("status").get("durable").asLong() > 0);
        assertThat(van.asks("status").get("durable").asLong()).isLessThanOrEqualTo(last);
        say("the tablet knows that its entries survive the loss of the server");
    }

    private void say(String what, Object... values) {
        System.out.printf(
                "restore drill %4d s: %s%n",
                (System.nanoTime() - began) / 1_000_000_000, what.formatted(values));
    }
}
