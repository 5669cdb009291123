package de.mobilermarktplatz.sync.web;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.platform.security.Visitor;
import de.mobilermarktplatz.sync.Device;
import de.mobilermarktplatz.sync.Devices;
import de.mobilermarktplatz.sync.Releases;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** What was kept apart, for somebody who decides whether it counts. */
@Controller
@RequestMapping("/r/{regionSlug}/leitstelle/zurueckgehalten")
class ReleasePages {

    static final int LONGEST_REASON = 500;

    private final Releases releases;
    private final Devices devices;

    ReleasePages(Releases releases, Devices devices) {
        this.releases = releases;
        this.devices = devices;
    }

    record Decision(@Nullable String grund) {
        String reason() {
            return grund == null ? "" : grund.strip();
        }

        boolean isGiven() {
            return !reason().isEmpty() && reason().length() <= LONGEST_REASON;
        }
    }

    @GetMapping
    @Requires(Permission.QUARANTINE_RELEASE)
    Mono<String> list(Region region, Model model) {
        return devices.all(region)
                .collect(Collectors.toMap(Device::id, device -> device))
                .flatMap(
                        known ->
                                releases.all(region)
                                        .map(kept -> KeptLine.of(kept, known, region.zone()))
                                        .collectList())
                .doOnNext(
                        lines -> {
                            model.addAttribute("kept", lines);
                            model.addAttribute("longest", LONGEST_REASON);
                        })
                .thenReturn("sync/kept");
    }

    @PostMapping("/{id}/freigeben")
    @Requires(Permission.QUARANTINE_RELEASE)
    Mono<String> release(
            Region region,
            Visitor visitor,
            @PathVariable String id,
            @ModelAttribute Decision decision,
            ServerHttpResponse response,
            Model model) {
        if (!decision.isGiven()) {
            model.addAttribute("withoutReason", true);
            var _ = response.setStatusCode(HttpStatus.BAD_REQUEST);
            return list(region, model);
        }
        return releases.release(
                        region,
                        Readings.of(() -> UUID.fromString(id)),
                        visitor.person(),
                        decision.reason())
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .doOnNext(result -> model.addAttribute("result", KeptLine.words(result)))
                .then(list(region, model));
    }
}
