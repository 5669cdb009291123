package de.mobilermarktplatz.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.platform.StartRefused;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** A route nobody thought about is a start that fails, not a door left open. */
class RoutePermissionsTest {

    private final ReactiveWebApplicationContextRunner start =
            new ReactiveWebApplicationContextRunner()
                    .withUserConfiguration(Web.class)
                    .withBean(RoutePermissions.class);

    @Test
    void aRouteWithoutAPermissionFailsTheStartAndIsNamed() {
        start.withBean(Careless.class)
                .run(
                        context ->
                                assertThat(context.getStartupFailure())
                                        .isInstanceOf(StartRefused.class)
                                        .hasMessageContaining("Careless#everybodysBooks")
                                        .hasMessageContaining("@Requires"));
    }

    @Test
    void aRouteThatDeclaresOneStarts() {
        start.withBean(Careful.class).run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void aRouterFunctionCannotSlipPast() {
        start.withUserConfiguration(Functions.class)
                .run(
                        context ->
                                assertThat(context.getStartupFailure())
                                        .isInstanceOf(StartRefused.class)
                                        .hasMessageContaining("Router functions"));
    }

    @EnableWebFlux
    static class Web {}

    @Controller
    static class Careless {
        @GetMapping("/books")
        String everybodysBooks() {
            return "books";
        }
    }

    @Controller
    static class Careful {
        @GetMapping("/books")
        @Requires(Permission.BOOKS_READ)
        String books() {
            return "books";
        }
    }

    static class Functions {
        @Bean
        RouterFunction<ServerResponse> books() {
            return RouterFunctions.route()
                    .GET("/books", request -> ServerResponse.ok().build())
                    .build();
        }
    }
}
