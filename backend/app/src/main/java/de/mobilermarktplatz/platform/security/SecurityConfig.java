package de.mobilermarktplatz.platform.security;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import reactor.core.publisher.Mono;

/** Headers and CSRF by Spring Security; who may do what is decided by {@link PermissionGate}. */
@Configuration
class SecurityConfig {

    /**
     * Nothing is loaded from anybody else, no script in the page itself. Payment pages are reached
     * by redirect.
     */
    private static final String CONTENT =
            "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Bean
    @SuppressWarnings("CheckReturnValue") // a fluent builder whose parts are changed in place
    SecurityWebFilterChain securityChain(ServerHttpSecurity http) {
        XorServerCsrfTokenRequestAttributeHandler csrfHandler =
                new XorServerCsrfTokenRequestAttributeHandler();
        csrfHandler.setTokenFromMultipartDataEnabled(true);
        return http.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .anonymous(ServerHttpSecurity.AnonymousSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(new CookieServerCsrfTokenRepository())
                                        .csrfTokenRequestHandler(csrfHandler)
                                        .requireCsrfProtectionMatcher(
                                                SecurityConfig::changesSomethingByForm))
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                                policy -> policy.policyDirectives(CONTENT))
                                        .frameOptions(frame -> frame.mode(Mode.DENY))
                                        .referrerPolicy(
                                                referrer ->
                                                        referrer.policy(
                                                                ReferrerPolicy.SAME_ORIGIN)))
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .build();
    }

    /** Only pages use cookies; devices, hooks and the API prove themselves in each request. */
    private static Mono<ServerWebExchangeMatcher.MatchResult> changesSomethingByForm(
            org.springframework.web.server.ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        boolean safe = SAFE.contains(method);
        boolean page = exchange.getRequest().getPath().value().startsWith("/r/");
        return safe || !page
                ? ServerWebExchangeMatcher.MatchResult.notMatch()
                : ServerWebExchangeMatcher.MatchResult.match();
    }

    /** Keeps Spring Boot from inventing a user; nobody signs in this way. */
    @Bean
    ReactiveAuthenticationManager nobody() {
        return authentication -> Mono.empty();
    }

    /** Argon2id with OWASP's second choice: 19 MiB, 2 passes, 1 lane. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    }
}
