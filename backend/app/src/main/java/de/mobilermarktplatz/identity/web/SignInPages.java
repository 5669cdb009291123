package de.mobilermarktplatz.identity.web;

import de.mobilermarktplatz.identity.PasswordScheduler;
import de.mobilermarktplatz.identity.People;
import de.mobilermarktplatz.identity.Person;
import de.mobilermarktplatz.identity.store.PersonStore;
import de.mobilermarktplatz.kernel.id.PersonId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.platform.security.SignedLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Signing in: staff with a password, producers by their personal link. */
@Controller
@RequestMapping("/r/{regionSlug}")
class SignInPages {

    private final PersonStore people;
    private final Sessions sessions;
    private final PasswordEncoder passwords;
    private final PasswordScheduler scheduler;
    private final SignedLinks links;
    private final String nobodysHash;

    SignInPages(
            PersonStore people,
            Sessions sessions,
            PasswordEncoder passwords,
            PasswordScheduler scheduler,
            SignedLinks links) {
        this.people = people;
        this.sessions = sessions;
        this.passwords = passwords;
        this.scheduler = scheduler;
        this.links = links;
        this.nobodysHash = String.valueOf(passwords.encode("nobody has this password"));
    }

    record Credentials(
            @Nullable String login, @Nullable String password, @Nullable String weiter) {}

    @GetMapping("/anmelden")
    @Requires(Permission.SIGN_IN)
    String form(Model model, @RequestParam(required = false) @Nullable String weiter) {
        model.addAttribute("weiter", weiter == null ? "" : weiter);
        model.addAttribute("failed", false);
        return "identity/sign-in";
    }

    @PostMapping("/anmelden")
    @Requires(Permission.SIGN_IN)
    Mono<String> signIn(
            Region region,
            @ModelAttribute Credentials given,
            Model model,
            ServerWebExchange exchange) {
        return people.byLogin(region, given.login() == null ? "" : given.login())
                .filterWhen(found -> matches(given, found.hash()))
                // A stranger's name takes as long as a wrong password: nobody learns which logins
                // exist.
                .switchIfEmpty(Mono.defer(() -> matches(given, nobodysHash).then(Mono.empty())))
                .map(PersonStore.WithPassword::person)
                .flatMap(
                        person ->
                                sessions.open(region, person.id(), exchange)
                                        .map(opened -> home(region, person, given.weiter())))
                .switchIfEmpty(Mono.fromSupplier(() -> refused(given, model, exchange)));
    }

    @GetMapping("/p/{token}")
    @Requires(Permission.SIGN_IN)
    Mono<String> byLink(
            Region region, @PathVariable String token, Model model, ServerWebExchange exchange) {
        return Mono.justOrEmpty(links.verify(region, People.SIGN_IN, token))
                .flatMap(subject -> sessions.open(region, PersonId.of(subject), exchange))
                .filter(opened -> opened)
                .map(opened -> "redirect:/r/" + region.slug() + "/erzeuger")
                .switchIfEmpty(
                        Mono.fromSupplier(
                                () -> {
                                    exchange.getResponse().setStatusCode(HttpStatus.GONE);
                                    return "identity/link-expired";
                                }));
    }

    @PostMapping("/abmelden")
    @Requires(Permission.SIGN_IN)
    Mono<String> signOut(Region region, ServerWebExchange exchange) {
        return sessions.close(region, exchange).thenReturn("redirect:/r/" + region.slug() + "/");
    }

    private Mono<Boolean> matches(Credentials given, @Nullable String hash) {
        String password = given.password() == null ? "" : given.password();
        return scheduler.run(() -> hash != null && passwords.matches(password, hash));
    }

    private static String refused(Credentials given, Model model, ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(HttpStatus.UNAUTHORIZED);
        model.addAttribute("weiter", given.weiter() == null ? "" : given.weiter());
        model.addAttribute("failed", true);
        return "identity/sign-in";
    }

    /** Only paths of the same region are followed, so the form cannot send anybody elsewhere. */
    private static String home(Region region, Person person, @Nullable String wanted) {
        String base = "/r/" + region.slug() + "/";
        if (wanted != null && wanted.startsWith(base) && wanted.matches("[A-Za-z0-9/_-]+")) {
            return "redirect:" + wanted;
        }
        return "redirect:" + base + (person.role() == Role.PRODUCER ? "erzeuger" : "leitstelle");
    }
}
