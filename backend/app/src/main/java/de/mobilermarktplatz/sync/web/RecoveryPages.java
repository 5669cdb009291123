package de.mobilermarktplatz.sync.web;

import de.mobilermarktplatz.contract.mirror.RecoveryKey;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.platform.security.Visitor;
import de.mobilermarktplatz.sync.Recoveries;
import de.mobilermarktplatz.sync.RecoveryKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A dead tablet's memory card is read here. The file goes to the disk piece by piece; a part larger
 * than {@code spring.webflux.multipart.max-disk-usage-per-part} is refused before.
 */
@Controller
@RequestMapping("/r/{regionSlug}/leitstelle/wiederherstellung")
class RecoveryPages {

    private static final int LONGEST_NAME = 120;

    private final Recoveries recoveries;
    private final RecoveryKeys keys;

    RecoveryPages(Recoveries recoveries, RecoveryKeys keys) {
        this.recoveries = recoveries;
        this.keys = keys;
    }

    @GetMapping
    @Requires(Permission.MIRROR_RECOVER)
    String page(Visitor visitor, Model model) {
        return shown(visitor, model);
    }

    private static String shown(Visitor visitor, Model model) {
        model.addAttribute("mayReadKey", visitor.may(Permission.RECOVERY_KEY_READ));
        return "sync/recovery";
    }

    /** Shown to be printed or written down; another person keeps it. */
    @PostMapping("/schluessel")
    @Requires(Permission.RECOVERY_KEY_READ)
    String key(Region region, Visitor visitor, ServerWebExchange exchange, Model model) {
        exchange.getResponse().getHeaders().setCacheControl("no-store");
        model.addAttribute("key", keys.of(region).printed());
        return shown(visitor, model);
    }

    @PostMapping
    @Requires(Permission.MIRROR_RECOVER)
    Mono<String> recover(Region region, Visitor visitor, ServerWebExchange exchange, Model model) {
        return exchange.getMultipartData()
                .flatMap(parts -> recover(region, visitor, parts))
                .doOnNext(sentences -> model.addAttribute("sentences", sentences))
                .map(_ -> shown(visitor, model));
    }

    private Mono<List<String>> recover(
            Region region, Visitor visitor, MultiValueMap<String, Part> parts) {
        Part part = parts.getFirst("datei");
        if (!(part instanceof FilePart file) || file.filename().isBlank()) {
            return Mono.just(List.of("Bitte wählen Sie die Datei von der Speicherkarte."));
        }
        Optional<RecoveryKey> key = key(region, parts);
        return key.isEmpty()
                ? Mono.just(
                        List.of(
                                "Dieser Schlüssel stimmt nicht. Vielleicht ist ein Zeichen vertippt?"))
                : read(region, visitor, file, key.get());
    }

    /** The server's own, unless somebody typed the one that was kept on paper. */
    private Optional<RecoveryKey> key(Region region, MultiValueMap<String, Part> parts) {
        String typed =
                parts.getFirst("schluessel") instanceof FormFieldPart field ? field.value() : "";
        return typed.isBlank() ? Optional.of(keys.of(region)) : RecoveryKey.parse(typed);
    }

    private Mono<List<String>> read(
            Region region, Visitor visitor, FilePart file, RecoveryKey key) {
        String name = file.filename();
        String shortName = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        return Mono.usingWhen(
                Mono.fromCallable(() -> Files.createTempFile("mirror-", ".mmm"))
                        .subscribeOn(Schedulers.boundedElastic()),
                copy ->
                        file.transferTo(copy)
                                .then(
                                        recoveries.recover(
                                                region, copy, key, visitor.person(), shortName))
                                .map(report -> report.sentences()),
                copy -> file.delete().then(delete(copy)));
    }

    private static Mono<Void> delete(Path copy) {
        return Mono.<Void>fromCallable(
                        () -> {
                            Files.delete(copy);
                            return null;
                        })
                .subscribeOn(Schedulers.boundedElastic());
    }
}
