package de.mobilermarktplatz.notification.web;

import de.mobilermarktplatz.notification.Message;
import de.mobilermarktplatz.notification.domain.BodyText;
import de.mobilermarktplatz.notification.store.MessageStore;
import de.mobilermarktplatz.platform.MarktplatzProperties;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** What people were told, to be read on a page; only in DEMO, where nobody is real. */
@Controller
class MailboxPages {

    private static final int SHOWN = 200;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d. MMMM, H:mm 'Uhr'", Locale.GERMANY);

    private final MessageStore store;
    private final MarktplatzProperties properties;

    MailboxPages(MessageStore store, MarktplatzProperties properties) {
        this.store = store;
        this.properties = properties;
    }

    /** A message as the page lists it. */
    record Line(
            UUID id,
            String time,
            String recipient,
            String subject,
            List<List<BodyText.Part>> body) {

        static Line of(Region region, Message message) {
            return new Line(
                    message.id(),
                    TIME.format(message.createdAt().atZone(region.zone())),
                    message.recipient(),
                    message.subject(),
                    BodyText.lines(message.body()));
        }
    }

    @GetMapping("/r/{regionSlug}/postfach")
    @Requires(Permission.MAILBOX_READ)
    Mono<String> list(Region region, Model model) {
        return demoOnly()
                .thenMany(store.newest(region.id(), SHOWN))
                .map(message -> Line.of(region, message))
                .collectList()
                .doOnNext(lines -> model.addAttribute("messages", lines))
                .thenReturn("notification/mailbox");
    }

    @GetMapping("/r/{regionSlug}/postfach/{message}")
    @Requires(Permission.MAILBOX_READ)
    Mono<String> read(Region region, @PathVariable UUID message, Model model) {
        return demoOnly()
                .then(store.find(region.id(), message))
                .switchIfEmpty(Mono.error(MailboxPages::notFound))
                .doOnNext(found -> model.addAttribute("message", Line.of(region, found)))
                .thenReturn("notification/message");
    }

    private Mono<Void> demoOnly() {
        return properties.demo() ? Mono.empty() : Mono.error(MailboxPages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
