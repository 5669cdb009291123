package de.mobilermarktplatz.platform.page;

import de.mobilermarktplatz.platform.region.Regions;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/**
 * The address without a region: one region leads straight to its shop, several are offered as a
 * list.
 */
@Controller
class StartPage {

    private final Regions regions;

    StartPage(Regions regions) {
        this.regions = regions;
    }

    @GetMapping("/")
    @Requires(Permission.SHOP_BROWSE)
    Mono<String> start(Model model) {
        return regions.all()
                .collectList()
                .map(
                        all -> {
                            model.addAttribute("regions", all);
                            return all.size() == 1
                                    ? "redirect:/r/" + all.getFirst().slug() + "/"
                                    : "platform/regions";
                        });
    }
}
