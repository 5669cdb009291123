package de.mobilermarktplatz.contract.feed;

import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.TourId;
import java.time.LocalDate;

/** Names of streams; stored and sent, so they never change. */
public final class Streams {

    /** What holds for every tablet of the region: tax rates, receipt header, server keys. */
    public static final String CFG = "cfg";

    private static final String TOUR = "tour:";
    private static final String CATALOGUE = "cat:";
    private static final String DEVICE = "dev:";

    private Streams() {}

    /** One tour: header, visits, orders, crates, stock, how far each journal is applied. */
    public static String tour(TourId tour) {
        return TOUR + tour;
    }

    /** Prices of a market day. */
    public static String catalogue(LocalDate day) {
        return CATALOGUE + day;
    }

    /** What concerns one tablet alone. */
    public static String device(DeviceId device) {
        return DEVICE + device;
    }

    public static boolean isTour(String stream) {
        return stream.startsWith(TOUR);
    }

    public static boolean isCatalogue(String stream) {
        return stream.startsWith(CATALOGUE);
    }

    public static boolean isDevice(String stream) {
        return stream.startsWith(DEVICE);
    }

    /**
     * The tour of a stream.
     *
     * @throws IllegalArgumentException if it is no tour's stream
     */
    public static TourId tourOf(String stream) {
        return TourId.of(rest(stream, TOUR));
    }

    /**
     * The market day of a stream.
     *
     * @throws RuntimeException if it is no day's stream
     */
    public static LocalDate dayOf(String stream) {
        return LocalDate.parse(rest(stream, CATALOGUE));
    }

    private static String rest(String stream, String prefix) {
        if (!stream.startsWith(prefix)) {
            throw new IllegalArgumentException(
                    "a stream named " + prefix + "… is wanted, not " + stream);
        }
        return stream.substring(prefix.length());
    }
}
