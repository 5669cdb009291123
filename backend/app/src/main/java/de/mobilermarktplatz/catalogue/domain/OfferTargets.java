package de.mobilermarktplatz.catalogue.domain;

import de.mobilermarktplatz.catalogue.Article;
import de.mobilermarktplatz.catalogue.Producer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** For which days an article may still be offered. */
public final class OfferTargets {

    private OfferTargets() {}

    /**
     * Open days whose cut-off has not passed: an offer that was requested already is never touched
     * again.
     */
    public static List<LocalDate> days(
            Producer producer, List<LocalDate> openDays, ZoneId zone, Instant now) {
        return openDays.stream().filter(day -> now.isBefore(producer.cutOff(day, zone))).toList();
    }

    /** Whether there is anything to offer of the article. */
    public static boolean offered(Article article, boolean paused) {
        return !paused
                && PublishGate.open(article)
                && (article.dayQuantity() > 0 || article.vanQuantity() > 0);
    }
}
