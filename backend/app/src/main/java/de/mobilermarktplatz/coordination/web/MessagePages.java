package de.mobilermarktplatz.coordination.web;

import de.mobilermarktplatz.coordination.domain.OutgoingMessage;
import de.mobilermarktplatz.coordination.domain.OutgoingMessage.State;
import de.mobilermarktplatz.coordination.store.MessagesView;
import de.mobilermarktplatz.notification.Notifications;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.platform.security.Visitor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** What people are told, whether it reached them, and whom to phone. */
@Controller
@RequestMapping("/r/{regionSlug}/leitstelle/nachrichten")
class MessagePages {

    private static final Duration COUNTED = Duration.ofDays(30);

    private final MessagesView messages;
    private final Notifications notifications;
    private final InstantSource clock;

    MessagePages(MessagesView messages, Notifications notifications, InstantSource clock) {
        this.messages = messages;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * A way to look at the list.
     *
     * @param key in the address; empty for all
     */
    record Tab(String key, String text, boolean current) {}

    @GetMapping
    @Requires(Permission.MESSAGE_HANDLE)
    Mono<String> list(
            Region region, @RequestParam(required = false) @Nullable String stand, Model model) {
        return messages.counts(region, clock.instant().minus(COUNTED))
                .flatMap(
                        counts -> {
                            State state = wanted(stand, counts);
                            model.addAttribute("tabs", tabs(state, counts));
                            model.addAttribute("calls", state == State.CALL);
                            model.addAttribute("most", MessagesView.MOST);
                            return messages.newest(region, state)
                                    .map(message -> MessageLine.of(message, region))
                                    .collectList();
                        })
                .doOnNext(lines -> model.addAttribute("messages", lines))
                .thenReturn("coordination/messages");
    }

    @GetMapping("/{message}")
    @Requires(Permission.MESSAGE_HANDLE)
    Mono<String> read(Region region, @PathVariable UUID message, Model model) {
        return messages.find(region, message)
                .doOnNext(found -> model.addAttribute("message", MessageLine.of(found, region)))
                .map(found -> "coordination/message");
    }

    @PostMapping("/{message}/senden")
    @Requires(Permission.MESSAGE_HANDLE)
    Mono<String> sendAgain(Region region, @PathVariable UUID message) {
        return notifications.sendAgain(region, message).thenReturn(back(region, "/" + message));
    }

    /** Back to the list: the next call is there. */
    @PostMapping("/{message}/angerufen")
    @Requires(Permission.MESSAGE_HANDLE)
    Mono<String> phoned(Region region, Visitor visitor, @PathVariable UUID message) {
        return notifications.phoned(region, message, visitor.name()).thenReturn(back(region, ""));
    }

    /** Without a wish: whom to phone, else what failed, else everything. */
    private static @Nullable State wanted(@Nullable String stand, Map<State, Long> counts) {
        if (stand != null) {
            return Arrays.stream(State.values())
                    .filter(state -> key(state).equals(stand))
                    .findFirst()
                    .orElse(null);
        }
        if (counts.containsKey(State.CALL)) {
            return State.CALL;
        }
        return counts.containsKey(State.FAILED) ? State.FAILED : null;
    }

    private static List<Tab> tabs(@Nullable State current, Map<State, Long> counts) {
        List<Tab> tabs = new ArrayList<>();
        for (State state : State.values()) {
            tabs.add(
                    new Tab(
                            key(state),
                            title(state) + " (" + counts.getOrDefault(state, 0L) + ")",
                            state == current));
        }
        tabs.add(new Tab("alle", "Alle", current == null));
        return List.copyOf(tabs);
    }

    private static String title(State state) {
        return state == State.CALL ? "Anrufliste" : capital(state.german());
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.GERMAN) + word.substring(1);
    }

    private static String key(OutgoingMessage.State state) {
        return state.german();
    }

    private static String back(Region region, String path) {
        return "redirect:/r/" + region.slug() + "/leitstelle/nachrichten" + path;
    }
}
