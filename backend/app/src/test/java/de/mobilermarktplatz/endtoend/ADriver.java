package de.mobilermarktplatz.endtoend;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** Sells without a pause, and switches the tablet on again whenever it has gone out. */
final class ADriver implements AutoCloseable {

    private static final int MOST_LINES = 3;

    private final TabletOnBoard van;
    private final List<String> articles;
    private final RandomGenerator random;
    private final AtomicInteger sold = new AtomicInteger();
    private final AtomicInteger startedAgain = new AtomicInteger();
    private final Thread thread;
    private volatile boolean working = true;

    ADriver(String name, TabletOnBoard van, List<String> articles, RandomGenerator random) {
        this.van = van;
        this.articles = articles;
        this.random = random;
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::works);
    }

    int sold() {
        return sold.get();
    }

    int startedAgain() {
        return startedAgain.get();
    }

    /** After this its tablet is on and nobody sells. */
    @Override
    public void close() {
        working = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void works() {
        while (working) {
            try {
                if (van.asks(someSale()).path("ok").asBoolean()) {
                    sold.incrementAndGet();
                }
                MarketDay.pause();
            } catch (AssertionError | UncheckedIOException gone) {
                switchesOn();
            }
        }
        while (!isOn()) {
            switchesOn();
        }
    }

    private boolean isOn() {
        try {
            return van.asks("status").path("ok").asBoolean();
        } catch (AssertionError | UncheckedIOException gone) {
            return false;
        }
    }

    private void switchesOn() {
        try {
            van.kill();
            van.start();
            startedAgain.incrementAndGet();
        } catch (AssertionError | UncheckedIOException killedWhileItStarted) {
            MarketDay.pause();
        }
    }

    private String someSale() {
        StringBuilder sale = new StringBuilder("sell");
        int lines = 1 + random.nextInt(MOST_LINES);
        for (int i = 0; i < lines; i++) {
            sale.append(' ').append(articles.get(random.nextInt(articles.size()))).append(" 1");
        }
        return sale.append(" cash 50000").toString();
    }
}
