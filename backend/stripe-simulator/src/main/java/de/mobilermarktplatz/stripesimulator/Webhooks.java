package de.mobilermarktplatz.stripesimulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends signed events, each on its own, so order is never promised; tries again until somebody
 * answers 2xx.
 */
final class Webhooks implements AutoCloseable {

    /** Stripe tries for three days; here the same number of tries goes by faster. */
    private static final int MOST_TRIES = 100;

    private static final long[] PAUSES_MILLIS = {0, 200, 1_000, 5_000, 15_000, 60_000};

    private final Config config;
    private final Time time;
    private final Accounts accounts;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final ScheduledExecutorService sender =
            Executors.newScheduledThreadPool(
                    4, Thread.ofVirtual().name("stripe-webhook-", 0).factory());

    Webhooks(Config config, Time time, Accounts accounts) {
        this.config = config;
        this.time = time;
        this.accounts = accounts;
    }

    /** Queues new events as the account's faults say; the lock is held by the caller. */
    void deliver(Account account, List<ObjectNode> events) {
        if (config.webhookUrl() == null) {
            return;
        }
        for (var event : events) {
            var faults = account.faults;
            if (faults.webhooksToLose > 0) {
                faults.webhooksToLose--;
            } else if (!faults.webhooksHeld) {
                for (int copy = 0; copy < faults.webhookCopies; copy++) {
                    schedule(account.name, Json.text(event, "id"), 0, faults.webhookDelayMillis);
                }
            }
        }
    }

    /** Everything nobody has taken yet, oldest first. */
    List<ObjectNode> undelivered(Account account) {
        return account.newestFirst("event", event -> Json.number(event, "pending_webhooks") > 0)
                .reversed();
    }

    /** Sends one event now, in the caller's thread. */
    int send(String account, String eventId) {
        var event = accounts.locked(account, found -> found.find(eventId));
        if (event == null || config.webhookUrl() == null) {
            return 0;
        }
        int status = post(account, event);
        if (status / 100 == 2) {
            settle(account, eventId);
        }
        return status;
    }

    private void schedule(String account, String eventId, int tries, long delayMillis) {
        try {
            var _ =
                    sender.schedule(
                            () -> attempt(account, eventId, tries),
                            delayMillis,
                            TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // Closing: what is pending in the file is sent after the next start.
        }
    }

    void resume(String account, String eventId) {
        schedule(account, eventId, 0, 0);
    }

    private void attempt(String account, String eventId, int tries) {
        if (send(account, eventId) / 100 != 2 && tries + 1 < MOST_TRIES) {
            int next = Math.min(tries + 1, PAUSES_MILLIS.length - 1);
            schedule(account, eventId, tries + 1, PAUSES_MILLIS[next]);
        }
    }

    private int post(String account, ObjectNode event) {
        var payload = Json.write(event);
        var request =
                HttpRequest.newBuilder(url(account))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("User-Agent", "Stripe/1.0 (simulator; no real payment)")
                        .header(
                                "Stripe-Signature",
                                Signature.header(config.webhookSecret(), time.instant(), payload))
                        .POST(HttpRequest.BodyPublishers.ofString(payload))
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private URI url(String account) {
        @Nullable String template = config.webhookUrl();
        return URI.create(template == null ? "" : template.replace("{account}", account));
    }

    private void settle(String account, String eventId) {
        accounts.run(
                account,
                found -> {
                    var tx = new Tx(found, time.instant(), config.apiVersion(), null, null);
                    var event = tx.find(eventId);
                    if (event != null && Json.number(event, "pending_webhooks") > 0) {
                        tx.keep(event.put("pending_webhooks", 0));
                        accounts.commit(found, tx, null, null);
                    }
                });
    }

    @Override
    public void close() {
        sender.shutdownNow();
        http.shutdownNow();
    }
}
