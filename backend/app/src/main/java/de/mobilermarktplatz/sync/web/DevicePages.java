package de.mobilermarktplatz.sync.web;

import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.sync.Devices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import reactor.core.publisher.Mono;

/** The desk's view of tablets. */
@Controller
@RequestMapping("/r/{regionSlug}/leitstelle")
class DevicePages {

    private final Devices devices;

    DevicePages(Devices devices) {
        this.devices = devices;
    }

    @GetMapping("/geraete")
    @Requires(Permission.DEVICE_MANAGE)
    Mono<String> list(Region region, Model model) {
        return devices.all(region)
                .collectList()
                .doOnNext(all -> model.addAttribute("devices", all))
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
                .thenReturn("redirect:/r/" + region.slug() + "/leitstelle/geraete");
    }
}
