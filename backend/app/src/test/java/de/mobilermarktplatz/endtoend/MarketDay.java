package de.mobilermarktplatz.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.endtoend.MarketDayTest.PlacedOrder;
import de.mobilermarktplatz.endtoend.Person.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What happens before the vans leave: the people in front of their pages. */
final class MarketDay {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Of the small county that this day happens in. */
    private static final int FARMS = 4;

    /**
     * A message in the mailbox about this market day: neither the menu's door of the same name nor
     * a farm's request for a later day, whose cut-off may have passed as well.
     */
    private static final Pattern REQUEST_MAIL =
            Pattern.compile(
                    "<a [^>]*href=\"([^\"]*/postfach/[^\"]*)\"[^>]*>[^<]*Anforderung[^<]*\\b1\\. Dezember[^<]*</a>");

    private final World world;
    private final Person producer = new Person();
    private String password = "";
    private String producerPage = "";

    MarketDay(World world) {
        this.world = world;
    }

    void readsWhatTheStartPrints() {
        world.backendSays("Laden  ");
        password = world.backendSays("Passwort").replaceAll(".*Passwort ", "").strip();
        producerPage = world.backendSays("Erzeugerseite").replaceAll(".*(http\\S+).*", "$1");
    }

    /** The desk at its browser, signed in anew: a session does not outlive a night. */
    Person desk() {
        Person desk = new Person();
        Page form =
                until(() -> desk.opens(world.shop() + "/anmelden"), page -> page.status() == 200);
        Page home =
                desk.sends(form, "/anmelden", Map.of("login", "leitstelle", "password", password));
        assertThat(home.status()).as(home.plain()).isEqualTo(200);
        return desk;
    }

    void aProducerUploadsABadFileAndThenAGoodOne() {
        Page own = producer.opens(producerPage);
        String catalogue = file("musterhof.csv");
        String bad =
                catalogue.replaceFirst(
                        "M-101;([^;]*);Stück;2 kg;2,60", "M-101;$1;Stück;2 kg;zwei Euro");
        Page refused =
                producer.uploads(own, "/erzeuger/dateien", "datei", "preise.csv", bytes(bad));
        assertThat(refused.plain()).contains("zwei Euro").contains("nichts übernommen");

        String good =
                catalogue
                        + "M-900;Apfelringe;Stück;200 g;3,50;7;;;ungekühlt;keine;;Deutschland;;220;900;20;5\n";
        Page checked =
                producer.uploads(
                        own,
                        "/erzeuger/dateien",
                        "datei",
                        "preise.csv",
                        good.getBytes(Charset.forName("windows-1252")));
        assertThat(checked.plain()).contains("1 neu");
        Page applied = producer.sends(checked, "/uebernehmen", Map.of());
        assertThat(applied.status()).isEqualTo(200);
    }

    /** One article each of two farms, among them the new one. */
    PlacedOrder aCustomerOrders(String name, String payBy) {
        Person customer = new Person();
        Page answer = customer.opens(world.shop() + "/?ort=G%C3%BCsten");
        assertThat(answer.plain()).contains("Der Marktwagen kommt").contains("1. Dezember");
        Page call = customer.opens(answer.link("/halt/"));
        assertThat(call.plain()).contains("Apfelringe");
        Page one = customer.sendsFormWith(call, "/korb", "Apfelringe", Map.of("menge", "4"));
        assertThat(one.status()).isEqualTo(200);
        customer.sendsFormWith(
                customer.opens(call.address()), "/korb", "Landbrot", Map.of("menge", "2"));
        Page cart = customer.opens(world.shop() + "/korb");
        Page checkout = customer.opens(cart.link("/kasse"));
        Page done =
                customer.sends(
                        checkout,
                        "/kasse",
                        Map.of(
                                "name",
                                name,
                                "telefon",
                                "03925 123456",
                                "mail",
                                mail(name),
                                "zahlung",
                                payBy));
        if (payBy.equals("karte")) {
            assertThat(done.address().toString()).startsWith(world.stripeUrl());
            done = customer.sends(done, "/pay/", Map.of("karte", "4242424242424242"));
        }
        URI own = done.address();
        Page confirmation =
                until(() -> customer.opens(own), page -> page.body().contains("class=\"code\""));
        String code = confirmation.between("aria-hidden=\"true\">", "<").replace(" ", "");
        return new PlacedOrder(name, confirmation, code, payBy.equals("karte"));
    }

    void producersAnswerAndOneCuts() {
        Set<String> answered = new HashSet<>();
        Person desk = desk();
        Page mailbox =
                until(
                        () -> desk.opens(world.shop() + "/postfach"),
                        page -> REQUEST_MAIL.matcher(page.body()).results().count() >= FARMS);
        Matcher messages = REQUEST_MAIL.matcher(mailbox.body());
        while (messages.find()) {
            Page message = desk.opens(mailbox.address().resolve(messages.group(1)));
            Matcher link =
                    Pattern.compile("(/r/[a-z0-9-]+/anforderung/[A-Za-z0-9_.-]+)")
                            .matcher(message.body());
            assertThat(link.find()).as(message.body()).isTrue();
            Page request = new Person().opens(world.url() + link.group(1));
            answered.add(answers(request));
        }
        assertThat(answered).contains("cut", "all");
    }

    /**
     * The farm with the apple rings brings three of the eight that were ordered; everybody else
     * brings everything.
     */
    private static String answers(Page request) {
        Person farm = new Person();
        Page own = farm.opens(request.address());
        Matcher line =
                Pattern.compile("for=\"(menge-\\d+)\">Menge von Apfelringe").matcher(own.body());
        if (line.find()) {
            Page cut = farm.sends(own, "/kuerzen", Map.of(line.group(1), "3"));
            assertThat(cut.plain()).contains("Ihre Antwort ist gespeichert");
            return "cut";
        }
        Page all = farm.sends(own, "/alles", Map.of());
        assertThat(all.plain()).contains("Ihre Antwort ist gespeichert");
        return "all";
    }

    void theCustomerIsToldAndPaysLess(PlacedOrder order) {
        Person desk = desk();
        until(
                () -> desk.opens(world.shop() + "/postfach"),
                page -> count(page, mail(order.name())) >= 2);
        Page now = new Person().opens(order.confirmation().address());
        assertThat(now.plain()).contains("statt 4 Stück");
    }

    /** What the customer shows to buy on account. */
    String theCustomersCode(PlacedOrder order) {
        Person customer = new Person();
        Page own = customer.opens(order.confirmation().address());
        return customer.opens(own.link("/kundencode"))
                .between("data-code=\"", "\"")
                .replace("&#43;", "+");
    }

    void theDeskPlansAndReleases(String day) {
        Person desk = desk();
        URI tours = URI.create(world.shop() + "/leitstelle/touren/" + day);
        desk.sends(desk.opens(tours), "/planen", Map.of());
        Page planned = until(() -> desk.opens(tours), page -> page.body().contains("/freigeben"));
        assertThat(planned.body()).contains("<svg class=\"map\"");
        Page released = desk.sends(planned, "/freigeben", Map.of("trotzdem", "ja", "sicher", "ja"));
        assertThat(desk.opens(tours).plain()).as(released.plain()).contains("sind freigegeben");
    }

    /** A fresh one-time code from the desk. */
    String enrolmentCode() {
        Person desk = desk();
        Page devices = desk.opens(world.shop() + "/leitstelle/geraete");
        return desk.sends(devices, "/geraete/code", Map.of())
                .between("id=\"enrolment-code\">", "<");
    }

    /** Asks again until the answer fits; the last answer stands in the failure. */
    static Page until(java.util.function.Supplier<Page> question, Function<Page, Boolean> fits) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Page last = null;
        while (System.nanoTime() < end) {
            try {
                last = question.get();
                if (fits.apply(last)) {
                    return last;
                }
            } catch (UncheckedIOException notYet) {
                // The backend is still starting.
            }
            pause();
        }
        throw new AssertionError(
                "It did not come true within "
                        + PATIENCE
                        + ": "
                        + (last == null ? "no answer" : last.plain()));
    }

    static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long count(Page page, String text) {
        return Pattern.compile(Pattern.quote(text)).matcher(page.body()).results().count();
    }

    private static String mail(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@kunden.example";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String file(String name) {
        try (InputStream in =
                MarketDay.class.getResourceAsStream("/sample/wipperkreis/catalogues/" + name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
