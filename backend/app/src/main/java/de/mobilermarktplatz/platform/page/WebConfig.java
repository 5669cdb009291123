package de.mobilermarktplatz.platform.page;

import de.mobilermarktplatz.platform.region.RegionArgument;
import de.mobilermarktplatz.platform.security.VisitorArgument;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** Lets controllers ask for the region and the visitor by type. */
@Configuration
class WebConfig implements WebFluxConfigurer {

    private final RegionArgument region;
    private final VisitorArgument visitor;

    WebConfig(RegionArgument region, VisitorArgument visitor) {
        this.region = region;
        this.visitor = visitor;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(region, visitor);
    }
}
