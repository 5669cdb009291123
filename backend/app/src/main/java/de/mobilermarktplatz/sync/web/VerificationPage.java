package de.mobilermarktplatz.sync.web;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.sync.BookCheck;
import de.mobilermarktplatz.sync.store.DurableStore;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/** Whether the books are whole, and how much of them would survive the loss of the server. */
@Controller
class VerificationPage {

    private final BookCheck books;
    private final DurableStore durable;

    VerificationPage(BookCheck books, DurableStore durable) {
        this.books = books;
        this.durable = durable;
    }

    @GetMapping("/r/{regionSlug}/leitstelle/pruefung")
    @Requires(Permission.BOOKS_VERIFY)
    Mono<String> verify(Region region, Model model) {
        return durable.cover(region)
                .doOnNext(cover -> cover(region, cover, model))
                .thenMany(books.verify(region))
                .collectList()
                .doOnNext(verdicts -> model.addAttribute("verdicts", verdicts))
                .thenReturn("sync/verification");
    }

    private static void cover(Region region, DurableStore.Cover cover, Model model) {
        model.addAttribute("cover", cover);
        if (cover.lastBackup().isAfter(Instant.EPOCH)) {
            model.addAttribute("lastBackup", cover.lastBackup().atZone(region.zone()));
        }
    }
}
