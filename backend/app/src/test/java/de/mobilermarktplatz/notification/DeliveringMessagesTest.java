package de.mobilermarktplatz.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.identity.People;
import de.mobilermarktplatz.notification.store.MessageStore;
import de.mobilermarktplatz.platform.outbox.Relay;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.region.RegionSettings;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@MarktplatzTest
class DeliveringMessagesTest {

    private static final Map<String, String> VALUES =
            Map.of("place", "Güsten", "name", "Frau Muster");

    private final TestRegions regions;
    private final TestClock clock;
    private final TestHttp http;
    private final Notifications notifications;
    private final MessageStore store;
    private final RegionSettings settings;
    private final Relay relay;
    private final People people;
    private final TransactionalOperator tx;
    private Region region;

    DeliveringMessagesTest(
            TestRegions regions,
            TestClock clock,
            TestHttp http,
            Notifications notifications,
            MessageStore store,
            RegionSettings settings,
            Relay relay,
            People people,
            TransactionalOperator tx) {
        this.regions = regions;
        this.clock = clock;
        this.http = http;
        this.notifications = notifications;
        this.store = store;
        this.settings = settings;
        this.relay = relay;
        this.people = people;
        this.tx = tx;
    }

    @BeforeEach
    void aRegion() {
        clock.set(TestClock.MONDAY_MORNING);
        region = regions.create();
    }

    private void sendGreeting() {
        TestRegions.run(
                region,
                notifications.send("muster@example.org", Channel.MAIL, "test-greeting", VALUES));
        relay.drain(region).block();
    }

    private DeliverMessagesJob job(FakeSmtpServer server) {
        SmtpProperties smtp =
                new SmtpProperties(
                        "127.0.0.1", server.port(), null, null, false, Duration.ofSeconds(5));
        return new DeliverMessagesJob(
                store, new SmtpCarrier(smtp, Schedulers.boundedElastic()), settings, clock);
    }

    @Test
    void aMessageReachesTheMailServerOnceWithUmlautsAndItsOwnId() throws Exception {
        try (FakeSmtpServer server = new FakeSmtpServer()) {
            sendGreeting();
            TestRegions.run(region, job(server).run(region));
            TestRegions.run(region, job(server).run(region));

            assertThat(server.mails()).hasSize(1);
            MimeMessage mail =
                    new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(
                                    server.mails()
                                            .getFirst()
                                            .getBytes(StandardCharsets.ISO_8859_1)));
            assertThat(mail.getSubject()).isEqualTo("Grüße aus Güsten");
            assertThat(mail.getContent().toString())
                    .contains("Guten Tag Frau Muster,")
                    .contains("der Marktwagen grüßt: https://marktwagen.example/Güsten");
            assertThat(mail.getAllRecipients()[0]).hasToString("muster@example.org");
            Message stored = TestRegions.run(region, store.newest(region.id(), 1).next());
            assertThat(mail.getMessageID()).isEqualTo("<" + stored.id() + "@marktplatz>");
        }
    }

    @Test
    void aBusyServerGetsTheMessageLater() throws Exception {
        try (FakeSmtpServer server = new FakeSmtpServer()) {
            server.busy(true);
            sendGreeting();
            TestRegions.run(region, job(server).run(region));
            server.busy(false);
            TestRegions.run(region, job(server).run(region));
            assertThat(server.mails()).isEmpty();

            clock.advance(Duration.ofMinutes(3));
            TestRegions.run(region, job(server).run(region));
            assertThat(server.mails()).hasSize(1);
        }
    }

    @Test
    void aTextMessageIsNeverSentAsMail() throws Exception {
        try (FakeSmtpServer server = new FakeSmtpServer()) {
            TestRegions.run(
                    region,
                    notifications.send("0391 123456", Channel.SMS, "test-greeting", VALUES));
            relay.drain(region).block();
            TestRegions.run(region, job(server).run(region));
            assertThat(server.mails()).isEmpty();
            assertThat(TestRegions.run(region, store.newest(region.id(), 1).next()).recipient())
                    .isEqualTo("0391 123456");
        }
    }

    @Test
    void aChangeThatIsRolledBackTellsNobody() {
        Mono<Void> failing =
                notifications
                        .send("muster@example.org", Channel.MAIL, "test-greeting", VALUES)
                        .then(Mono.error(new IllegalStateException("changed my mind")));
        assertThatThrownBy(() -> TestRegions.run(region, tx.transactional(failing)))
                .hasMessage("changed my mind");
        relay.drain(region).block();
        assertThat(TestRegions.run(region, store.newest(region.id(), 1).collectList())).isEmpty();
    }

    @Test
    void aRecipientWithALineBreakIsRefusedAtOnce() {
        assertThatThrownBy(
                        () ->
                                notifications.send(
                                        "a@example.org\r\nBcc: b@example.org",
                                        Channel.MAIL,
                                        "test-greeting",
                                        VALUES))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMailboxShowsMessagesToTheDeskOnly() {
        sendGreeting();
        TestRegions.run(
                region,
                people.addStaff(region, "anna", "Anna Beispiel", Role.DISPATCHER, "geheim"));
        Browser browser = new Browser(http, region);
        assertThat(browser.get("/postfach").status()).isIn(302, 303, 401);
        browser.get("/anmelden");
        browser.post("/anmelden", Map.of("login", "anna", "password", "geheim"));
        assertThat(browser.get("/postfach").body())
                .contains("Grüße aus Güsten")
                .contains("muster@example.org");
        Message stored = TestRegions.run(region, store.newest(region.id(), 1).next());
        assertThat(browser.get("/postfach/" + stored.id()).body())
                .contains("Guten Tag Frau Muster,")
                .contains("href=\"https://marktwagen.example/G");
        assertThat(browser.get("/postfach/" + region.id()).status()).isEqualTo(404);
        assertThat(browser.get("/postfach/keine-nummer").status()).isIn(400, 404);
    }
}
