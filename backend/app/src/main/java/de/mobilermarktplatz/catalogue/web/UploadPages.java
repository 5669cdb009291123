package de.mobilermarktplatz.catalogue.web;

import de.mobilermarktplatz.catalogue.ApplyResult;
import de.mobilermarktplatz.catalogue.UploadId;
import de.mobilermarktplatz.catalogue.UploadReport;
import de.mobilermarktplatz.catalogue.Uploads;
import de.mobilermarktplatz.catalogue.domain.CatalogueFile;
import de.mobilermarktplatz.catalogue.domain.FileProblem;
import de.mobilermarktplatz.catalogue.domain.FileText;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.platform.security.Visitor;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sending a file: dry run, difference, "Übernehmen". */
@Controller
@RequestMapping("/r/{regionSlug}/erzeuger/dateien")
class UploadPages {

    private static final String FIELD = "datei";
    private static final int NAME_LENGTH = 120;

    private final Uploads uploads;

    UploadPages(Uploads uploads) {
        this.uploads = uploads;
    }

    private record Sent(String name, byte[] content) {}

    @PostMapping
    @Requires(Permission.CATALOGUE_UPLOAD)
    Mono<String> send(Region region, Visitor visitor, ServerWebExchange exchange, Model model) {
        return sent(exchange)
                .flatMap(
                        file ->
                                uploads.check(
                                        region, visitor.ownProducer(), file.name(), file.content()))
                .onErrorResume(DataBufferLimitException.class, _ -> Mono.just(tooLarge()))
                .map(
                        report -> {
                            UploadId kept = report.id();
                            if (kept != null) {
                                return "redirect:/r/%s/erzeuger/dateien/%s"
                                        .formatted(region.slug(), kept);
                            }
                            exchange.getResponse().setStatusCode(HttpStatus.UNPROCESSABLE_CONTENT);
                            return UploadModel.fill(model, report);
                        });
    }

    private static Mono<Sent> sent(ServerWebExchange exchange) {
        return exchange.getMultipartData()
                .flatMap(
                        parts -> {
                            Part part = parts.getFirst(FIELD);
                            return part instanceof FilePart file
                                    ? content(file)
                                    : Mono.just(new Sent("", new byte[0]));
                        });
    }

    private static Mono<Sent> content(FilePart file) {
        String name =
                file.filename().length() > NAME_LENGTH
                        ? file.filename().substring(0, NAME_LENGTH)
                        : file.filename();
        return DataBufferUtils.join(file.content(), FileText.MAX_BYTES)
                .map(UploadPages::bytes)
                .defaultIfEmpty(new byte[0])
                .map(content -> new Sent(name, content))
                .flatMap(sent -> file.delete().thenReturn(sent));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        var _ = buffer.read(bytes);
        var _ = DataBufferUtils.release(buffer);
        return bytes;
    }

    private static UploadReport tooLarge() {
        FileProblem problem =
                new FileProblem(
                        "Die Datei ist größer als 20 MB.",
                        "Entfernen Sie Bilder und Blätter oder teilen Sie die Datei.");
        return new UploadReport(null, "", new CatalogueFile.Unreadable(problem), false);
    }

    @GetMapping("/{upload}")
    @Requires(Permission.CATALOGUE_UPLOAD)
    Mono<String> show(
            Region region,
            Visitor visitor,
            @PathVariable String upload,
            @RequestParam(defaultValue = "false") boolean geaendert,
            Model model) {
        return uploads.find(region, visitor.ownProducer(), id(upload))
                .map(
                        report -> {
                            model.addAttribute("changedMeanwhile", geaendert);
                            return UploadModel.fill(model, report);
                        })
                .switchIfEmpty(Mono.error(UploadPages::notFound));
    }

    @PostMapping("/{upload}/uebernehmen")
    @Requires(Permission.CATALOGUE_UPLOAD)
    Mono<String> apply(Region region, Visitor visitor, @PathVariable String upload) {
        String base = "redirect:/r/" + region.slug() + "/erzeuger";
        return uploads.apply(region, visitor.ownProducer(), id(upload))
                .map(
                        result ->
                                switch (result) {
                                    case ApplyResult.Applied(
                                                    int added,
                                                    int changed,
                                                    int same,
                                                    int paused) ->
                                            base
                                                    + "?fertig="
                                                    + Notice.counts(added, changed, same, paused);
                                    case ApplyResult.Already _ -> base;
                                    case ApplyResult.ChangedMeanwhile _ ->
                                            base + "/dateien/" + upload + "?geaendert=true";
                                    case ApplyResult.Unknown _ -> throw notFound();
                                });
    }

    private static UploadId id(String text) {
        try {
            return UploadId.of(text);
        } catch (IllegalArgumentException _) {
            throw notFound();
        }
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "No such file of this producer");
    }
}
