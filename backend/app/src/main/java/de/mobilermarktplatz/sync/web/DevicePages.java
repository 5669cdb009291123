package de.mobilermarktplatz.sync.web;

import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.sync.Devices;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
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
import reactor.core.publisher.Mono;

/** The desk's view of tablets. */
@Controller
@RequestMapping("/r/{regionSlug}/leitstelle")
class DevicePages {

    private static final int LONGEST_NOTE = 500;

    private final Devices devices;
    private final InstantSource clock;

    DevicePages(Devices devices, InstantSource clock) {
        this.devices = devices;
        this.clock = clock;
    }

    @GetMapping("/geraete")
    @Requires(Permission.DEVICE_MANAGE)
    Mono<String> list(Region region, Model model) {
        return devices.all(region)
                .map(device -> DeviceLine.of(device, clock.instant(), region.zone()))
                .collectList()
                .doOnNext(
                        all -> {
                            model.addAttribute("devices", all);
                            model.addAttribute("waiting", all.stream().anyMatch(DeviceLine::waits));
                            model.addAttribute("longest", LONGEST_NOTE);
                        })
                .thenReturn("sync/devices");
    }

    @PostMapping("/geraete/code")
    @Requires(Permission.DEVICE_MANAGE)
    Mono<String> code(Region region, Model model) {
        return devices.newCode(region)
                .doOnNext(code -> model.addAttribute("code", code))
                .then(list(region, model));
    }

    @PostMapping("/geraete/{device}/sperren")
    @Requires(Permission.DEVICE_MANAGE)
    Mono<String> revoke(Region region, @PathVariable String device) {
        return devices.revoke(region, Readings.of(() -> DeviceId.of(device)))
                .thenReturn(back(region));
    }

    /** The tablet's own time zone is the county's. */
    record Theft(@Nullable String seit, @Nullable String notiz) {
        Optional<Instant> since(Region region) {
            try {
                return Optional.ofNullable(seit)
                        .map(text -> LocalDateTime.parse(text).atZone(region.zone()).toInstant());
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }

        String note() {
            String text = notiz == null ? "" : notiz.strip();
            return text.substring(0, Math.min(text.length(), LONGEST_NOTE));
        }
    }

    @PostMapping("/geraete/{device}/gestohlen")
    @Requires(Permission.DEVICE_MANAGE)
    Mono<String> stolen(
            Region region,
            @PathVariable String device,
            @ModelAttribute Theft theft,
            ServerHttpResponse response,
            Model model) {
        DeviceId id = Readings.of(() -> DeviceId.of(device));
        Optional<Instant> since =
                theft.since(region).filter(time -> !time.isAfter(clock.instant()));
        if (since.isEmpty()) {
            model.addAttribute("withoutTime", true);
            var _ = response.setStatusCode(HttpStatus.BAD_REQUEST);
            return list(region, model);
        }
        return devices.stolen(region, id, since.get(), theft.note()).thenReturn(back(region));
    }

    /** A tablet that this server had forgotten, and that is in good hands. */
    @PostMapping("/geraete/{device}/zulassen")
    @Requires(Permission.DEVICE_MANAGE)
    Mono<String> letIn(Region region, @PathVariable String device) {
        return devices.letIn(region, Readings.of(() -> DeviceId.of(device)))
                .thenReturn(back(region));
    }

    @PostMapping("/geraete/{device}/verlaengern")
    @Requires(Permission.DEVICE_MANAGE)
    Mono<String> prolong(Region region, @PathVariable String device) {
        return devices.prolong(region, Readings.of(() -> DeviceId.of(device)))
                .thenReturn(back(region));
    }

    private static String back(Region region) {
        return "redirect:/r/" + region.slug() + "/leitstelle/geraete";
    }
}
