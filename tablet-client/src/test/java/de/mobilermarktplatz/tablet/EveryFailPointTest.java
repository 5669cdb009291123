package de.mobilermarktplatz.tablet;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.tablet.core.Command;
import de.mobilermarktplatz.tablet.machine.FailPointNames;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EveryFailPointTest {
    @TempDir Path folder;

    @Test
    void aScanASaleAndItsUploadPassEveryNamedPointAndNoOtherOfTheirs() throws Exception {
        Set<String> hits = ConcurrentHashMap.newKeySet();
        var card = Files.createDirectory(folder.resolve("card"));
        var data = Files.createDirectory(folder.resolve("data"));
        try (var backend = new FakeBackend(SampleTour.snapshot())) {
            var options =
                    new Options(
                            data,
                            URI.create(backend.address()),
                            Duration.ZERO,
                            Duration.ofMillis(200),
                            null,
                            card,
                            true);
            try (var tablet = Tablet.open(options, Clock.systemUTC(), hits::add)) {
                tablet.start();
                assertThat(tablet.enrol(FakeBackend.CODE, "Tablet").ok()).isTrue();
                assertThat(tablet.take(backend.tour.tour()).ok()).isTrue();
                var scan = new Command.Scan(SampleTour.JUICE_GTIN, 1);
                assertThat(tablet.perform(scan).ok()).isTrue();
                assertThat(tablet.perform(new Command.Pay(Money.cents(5000), null)).ok()).isTrue();
                var sold = tablet.sell(List.of(scan), Money.cents(5000), null);
                assertThat(sold.ok()).isTrue();
                assertThat(tablet.syncNow().ok()).isTrue();
                // What is printed last is noted when the program ends, if nothing noted it before.
                backend.down();
                assertThat(tablet.sell(List.of(scan), Money.cents(5000), null).ok()).isTrue();
            }
        }
        assertThat(hits).containsAll(FailPointNames.all());
        assertThat(hits)
                .filteredOn(name -> !name.startsWith("take.") && !name.startsWith("word."))
                .isSubsetOf(FailPointNames.all());
    }
}
