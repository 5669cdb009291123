package de.mobilermarktplatz.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;

/**
 * Many buyers at once, each on a thread and a connection of its own, each ordering as soon as its
 * last order is confirmed.
 */
final class Crowd {

    private static final Duration LONGEST_LAST_ORDER = Duration.ofSeconds(60);

    /** Orders that came while this runs are counted, earlier and later ones are only load. */
    interface Watch {
        void measuring() throws Exception;
    }

    /**
     * What a crowd did.
     *
     * @param placed all orders that were answered with a confirmation, measured or not
     * @param measured milliseconds that each measured order took, ascending
     * @param seconds how long was measured
     * @param firstError empty if there was none
     */
    record Done(int placed, double[] measured, double seconds, int errors, String firstError) {

        double perSecond() {
            return measured.length / seconds;
        }

        double percentile(int percent) {
            return measured.length == 0
                    ? Double.NaN
                    : measured[Math.min(measured.length - 1, measured.length * percent / 100)];
        }
    }

    private final URI server;
    private final BusyCounty county;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicReference<String> firstError = new AtomicReference<>("");

    Crowd(URI server, BusyCounty county) {
        this.server = server;
        this.county = county;
    }

    /** Lets the crowd order while {@code watch} runs, after {@code before} of load. */
    Done order(Buyer.Kind kind, int clients, long seed, Duration before, Watch watch)
            throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        List<Shopper> shoppers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Shopper shopper = new Shopper(kind, random.split());
            shoppers.add(shopper);
            threads.add(Thread.ofPlatform().name("buyer-" + i).start(shopper));
        }
        TimeUnit.NANOSECONDS.sleep(before.toNanos());
        long from = System.nanoTime();
        watch.measuring();
        long to = System.nanoTime();
        closing.set(true);
        for (Thread thread : threads) {
            if (!thread.join(LONGEST_LAST_ORDER)) {
                throw new IllegalStateException(thread.getName() + " waits for its order for ever");
            }
        }
        return new Done(
                shoppers.stream().mapToInt(shopper -> shopper.ended.size()).sum(),
                shoppers.stream()
                        .flatMapToLong(shopper -> shopper.within(from, to))
                        .sorted()
                        .mapToDouble(nanos -> nanos / 1e6)
                        .toArray(),
                (to - from) / 1e9,
                shoppers.stream().mapToInt(shopper -> shopper.errors).sum(),
                firstError.get());
    }

    /** Read by others only after its thread has ended. */
    private final class Shopper implements Runnable {

        private final Buyer.Kind kind;
        private final SplittableRandom random;
        private final List<Long> ended = new ArrayList<>();
        private final List<Long> took = new ArrayList<>();
        private int errors;

        Shopper(Buyer.Kind kind, SplittableRandom random) {
            this.kind = kind;
            this.random = random;
        }

        @Override
        public void run() {
            while (!closing.get()) {
                try (Buyer buyer = kind.arrives(server, county, random)) {
                    orderUntilClosing(buyer);
                } catch (IOException | RuntimeException e) {
                    errors++;
                    firstError.compareAndSet("", e.toString());
                }
            }
        }

        private void orderUntilClosing(Buyer buyer) throws IOException {
            while (!closing.get()) {
                long began = System.nanoTime();
                buyer.order();
                long end = System.nanoTime();
                ended.add(end);
                took.add(end - began);
            }
        }

        LongStream within(long from, long to) {
            return LongStream.range(0, ended.size())
                    .filter(i -> ended.get((int) i) >= from && ended.get((int) i) < to)
                    .map(i -> took.get((int) i));
        }
    }
}
