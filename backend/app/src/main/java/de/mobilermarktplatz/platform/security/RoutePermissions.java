package de.mobilermarktplatz.platform.security;

import de.mobilermarktplatz.platform.StartRefused;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Fails the start when a route declares no permission. */
@Component
class RoutePermissions implements SmartInitializingSingleton {

    private final RequestMappingHandlerMapping routes;
    private final ObjectProvider<RouterFunction<?>> functions;

    RoutePermissions(
            RequestMappingHandlerMapping requestMappingHandlerMapping,
            ObjectProvider<RouterFunction<?>> functions) {
        this.routes = requestMappingHandlerMapping;
        this.functions = functions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> open =
                routes.getHandlerMethods().values().stream()
                        .filter(method -> !method.hasMethodAnnotation(Requires.class))
                        .map(HandlerMethod::toString)
                        .sorted()
                        .toList();
        if (!open.isEmpty()) {
            throw new StartRefused(
                    "These routes declare no permission: "
                            + open
                            + ". Maybe @Requires is missing.");
        }
        if (functions.iterator().hasNext()) {
            throw new StartRefused(
                    "Router functions cannot declare a permission. Write a controller with @Requires.");
        }
    }

    static Permission of(HandlerMethod method) {
        Requires requires = method.getMethodAnnotation(Requires.class);
        if (requires == null) {
            throw new IllegalStateException("Route without a permission: " + method);
        }
        return requires.value();
    }
}
