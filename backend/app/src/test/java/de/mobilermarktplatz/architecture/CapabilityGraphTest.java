package de.mobilermarktplatz.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.Application;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * Who may use whom, once for all capabilities; a wider arrow is a decision and changes this table.
 */
class CapabilityGraphTest {

    /** Maven modules of their own: the compiler guards them already. */
    private static final String[] LIBRARIES = {
        "de.mobilermarktplatz.kernel..",
        "de.mobilermarktplatz.contract..",
        "de.mobilermarktplatz.planner..",
        "de.mobilermarktplatz.stripesimulator..",
        "de.mobilermarktplatz.tablet..",
        "de.mobilermarktplatz.tabletclient.."
    };

    private static final Map<String, List<String>> MAY_USE =
            Map.ofEntries(
                    Map.entry("platform", List.of()),
                    Map.entry("region", List.of()),
                    Map.entry("identity", List.of("region")),
                    Map.entry("notification", List.of("region", "identity")),
                    Map.entry("catalogue", List.of("region", "identity", "notification")),
                    Map.entry("timetable", List.of("region")),
                    Map.entry(
                            "ordering",
                            List.of(
                                    "region",
                                    "identity",
                                    "notification",
                                    "catalogue",
                                    "timetable")),
                    Map.entry("payment", List.of("region", "identity", "notification", "ordering")),
                    Map.entry(
                            "touring",
                            List.of(
                                    "region",
                                    "identity",
                                    "notification",
                                    "catalogue",
                                    "timetable",
                                    "ordering")),
                    Map.entry(
                            "collection",
                            List.of(
                                    "region",
                                    "identity",
                                    "notification",
                                    "catalogue",
                                    "ordering",
                                    "touring")),
                    Map.entry(
                            "till",
                            List.of("region", "identity", "catalogue", "ordering", "touring")),
                    Map.entry(
                            "settlement",
                            List.of(
                                    "region",
                                    "identity",
                                    "notification",
                                    "catalogue",
                                    "ordering",
                                    "payment",
                                    "collection",
                                    "till")),
                    Map.entry(
                            "sync",
                            List.of(
                                    "region",
                                    "identity",
                                    "notification",
                                    "catalogue",
                                    "timetable",
                                    "ordering",
                                    "payment",
                                    "touring",
                                    "collection",
                                    "till",
                                    "settlement")),
                    // Loads the demo through everybody's doors; nobody uses it.
                    Map.entry(
                            "sample",
                            List.of(
                                    "region",
                                    "identity",
                                    "notification",
                                    "catalogue",
                                    "timetable",
                                    "ordering",
                                    "payment",
                                    "touring",
                                    "collection",
                                    "till",
                                    "settlement",
                                    "sync")),
                    Map.entry(
                            "coordination",
                            List.of(
                                    "region",
                                    "identity",
                                    "notification",
                                    "catalogue",
                                    "timetable",
                                    "ordering",
                                    "payment",
                                    "touring",
                                    "collection",
                                    "till",
                                    "settlement")));

    /** Read once: every further instance costs seconds. */
    private static final ApplicationModules MODULES =
            ApplicationModules.of(Application.class, resideInAnyPackage(LIBRARIES));

    @Test
    void capabilitiesUseEachOtherOnlyAlongTheArrowsAndOnlyTheirPublicFaces() {
        MODULES.verify();
    }

    @Test
    void everyCapabilityDeclaresItsArrowsAndNoneIsWiderThanDecided() throws Exception {
        for (var module : MODULES) {
            var name = module.getIdentifier().toString();
            assertThat(MAY_USE).as("a capability nobody decided on").containsKey(name);
            var declaration =
                    Class.forName(module.getBasePackage().getName() + ".package-info")
                            .getAnnotation(ApplicationModule.class);
            assertThat(declaration).as("@ApplicationModule of %s", name).isNotNull();
            var arrows = Set.of(declaration.allowedDependencies());
            assertThat(arrows)
                    .as("allowedDependencies of %s; without any, everything would be allowed", name)
                    .doesNotContain(ApplicationModule.OPEN_TOKEN)
                    .allSatisfy(
                            arrow ->
                                    assertThat(arrow.split("::")[0].strip())
                                            .isIn(withPlatform(MAY_USE.get(name))));
        }
    }

    private static List<String> withPlatform(List<String> names) {
        var all = new java.util.ArrayList<>(names);
        all.add("platform");
        return all;
    }

    @Test
    void theDecidedArrowsThemselvesRunInOneDirection() {
        MAY_USE.forEach((name, used) -> assertThat(reachable(used)).doesNotContain(name));
    }

    private static List<String> reachable(List<String> from) {
        return from.stream()
                .flatMap(
                        name ->
                                java.util.stream.Stream.concat(
                                        Arrays.stream(new String[] {name}),
                                        reachable(MAY_USE.get(name)).stream()))
                .distinct()
                .toList();
    }
}
