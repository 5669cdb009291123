package de.mobilermarktplatz.coordination.web;

import de.mobilermarktplatz.catalogue.Producer;
import de.mobilermarktplatz.catalogue.Producers;
import de.mobilermarktplatz.coordination.domain.KnownPerson;
import de.mobilermarktplatz.coordination.domain.PersonSearch;
import de.mobilermarktplatz.coordination.domain.PersonsOrder;
import de.mobilermarktplatz.coordination.store.MessagesView;
import de.mobilermarktplatz.coordination.store.PeopleView;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.ordering.OrderLinks;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.timetable.Timetable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/**
 * Finds whoever is on the phone. Nobody is listed without being searched for, and nothing is shown
 * that the desk does not need to answer.
 */
@Controller
@RequestMapping("/r/{regionSlug}/leitstelle/personen")
class PersonPages {

    private static final int MESSAGES = 20;
    private static final int PRODUCERS = 20;

    private final PeopleView people;
    private final MessagesView messages;
    private final Producers producers;
    private final OrderLinks links;
    private final Timetable timetable;

    PersonPages(
            PeopleView people,
            MessagesView messages,
            Producers producers,
            OrderLinks links,
            Timetable timetable) {
        this.people = people;
        this.messages = messages;
        this.producers = producers;
        this.links = links;
        this.timetable = timetable;
    }

    /** A producer's way to be reached. */
    record ProducerLine(String name, String phone, String dial, String mail, String place) {

        static ProducerLine of(Producer producer) {
            String phone = text(producer.phone());
            return new ProducerLine(
                    producer.name(),
                    phone,
                    PersonLine.dial(phone),
                    text(producer.email()),
                    producer.address().place());
        }
    }

    @GetMapping
    @Requires(Permission.PEOPLE_READ)
    Mono<String> search(
            Region region, @RequestParam(required = false) @Nullable String suche, Model model) {
        String typed = suche == null ? "" : suche;
        model.addAttribute("typed", typed);
        model.addAttribute("shortest", PersonSearch.SHORTEST);
        model.addAttribute("most", PeopleView.MOST);
        model.addAttribute("searched", PersonSearch.isEnough(typed));
        if (!PersonSearch.isEnough(typed)) {
            return Mono.just("coordination/people");
        }
        LocalDate today = timetable.today(region);
        return Mono.zip(
                        people.find(region, PersonSearch.of(typed)).collectList(),
                        producers
                                .all(region)
                                .filter(producer -> isMeant(producer, typed))
                                .take(PRODUCERS)
                                .map(ProducerLine::of)
                                .collectList())
                .doOnNext(
                        found -> {
                            List<KnownPerson> known = found.getT1();
                            model.addAttribute(
                                    "people",
                                    known.stream()
                                            .map(person -> PersonLine.of(person, today))
                                            .toList());
                            model.addAttribute("producers", found.getT2());
                        })
                .thenReturn("coordination/people");
    }

    /** By an order, so that no name stands in an address. */
    @GetMapping("/{order}")
    @Requires(Permission.PEOPLE_READ)
    Mono<String> person(Region region, @PathVariable UUID order, Model model) {
        LocalDate today = timetable.today(region);
        return people.orders(region, new OrderId(order))
                .collectList()
                .filter(orders -> !orders.isEmpty())
                .flatMap(
                        orders -> {
                            PersonsOrder who =
                                    orders.stream()
                                            .filter(one -> one.id().equals(order))
                                            .findFirst()
                                            .orElse(orders.getFirst());
                            model.addAttribute("name", who.name());
                            model.addAttribute("phone", text(who.phone()));
                            model.addAttribute("dial", PersonLine.dial(text(who.phone())));
                            model.addAttribute("mail", text(who.mail()));
                            model.addAttribute(
                                    "orders",
                                    orders.stream()
                                            .map(one -> line(region, one, who, today))
                                            .toList());
                            return messages.to(region, who.mail(), who.phone(), MESSAGES)
                                    .map(message -> MessageLine.of(message, region))
                                    .collectList()
                                    .doOnNext(told -> model.addAttribute("messages", told))
                                    .thenReturn("coordination/person");
                        });
    }

    private PersonOrderLine line(
            Region region, PersonsOrder order, PersonsOrder who, LocalDate today) {
        return PersonOrderLine.of(order, who, links.page(region, new OrderId(order.id())), today);
    }

    private static boolean isMeant(Producer producer, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.GERMAN);
        String digits = PersonSearch.of(typed).digits();
        String phone = text(producer.phone()).replaceAll("\\D", "");
        return producer.name().toLowerCase(Locale.GERMAN).contains(wanted)
                || text(producer.email()).toLowerCase(Locale.GERMAN).contains(wanted)
                || (!digits.isEmpty() && phone.contains(digits));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
