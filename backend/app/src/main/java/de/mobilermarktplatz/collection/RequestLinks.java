package de.mobilermarktplatz.collection;

import de.mobilermarktplatz.kernel.id.RequestId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.SignedLinks;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The address of a request's page: whoever has it may answer, without signing in. */
@Component
public class RequestLinks {

    private static final String PURPOSE = "producer-request";
    private static final Duration VALID = Duration.ofDays(30);

    private final SignedLinks links;

    RequestLinks(SignedLinks links) {
        this.links = links;
    }

    /** Path of the page, starting with {@code /r/}. */
    public String path(Region region, RequestId request) {
        return "/r/"
                + region.slug()
                + "/anforderung/"
                + links.issue(region, PURPOSE, request.toString(), VALID);
    }

    /** The request that a token opens. */
    public Optional<RequestId> verify(Region region, String token) {
        return links.verify(region, PURPOSE, token).map(RequestId::of);
    }
}
