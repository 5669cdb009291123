package de.mobilermarktplatz.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rules are plain Java; Reactor, Spring, SQL and clocks live at the edge. */
class LayersTest {

    private static final String BASE = "de.mobilermarktplatz.";
    private static final String ALL = "de.mobilermarktplatz..";
    private static final String[] PLAIN = {
        BASE + "kernel..", BASE + "contract..", BASE + "planner..", BASE + "*.domain.."
    };
    private static final String[] MONEY = {
        BASE + "kernel.money..",
        BASE + "kernel.vat..",
        BASE + "kernel.quantity..",
        BASE + "kernel.till..",
        BASE + "contract..",
        BASE + "*.domain.."
    };

    /** The pick-up code is not here: its first reader is the customer's phone. */
    private static final String[] WIRE = {
        BASE + "contract",
        BASE + "contract.device..",
        BASE + "contract.journal..",
        BASE + "contract.tour..",
        BASE + "contract.upload..",
        BASE + "contract.wire.."
    };

    private static final String[] EDGE_LIBRARIES = {
        "org.springframework..",
        "reactor..",
        "org.reactivestreams..",
        "io.r2dbc..",
        "io.netty..",
        "java.sql..",
        "javax.sql..",
        "com.stripe..",
        "org.thymeleaf.."
    };

    /** A page's question across tables, beside its facade. */
    private static final DescribedPredicate<JavaClass> READ_VIEWS =
            describe("read views", type -> type.getName().startsWith(BASE + "ordering.Shelf"));

    private static final Set<String> CLOCKS =
            Set.of(
                    "java.time.Instant",
                    "java.time.LocalDate",
                    "java.time.LocalTime",
                    "java.time.LocalDateTime",
                    "java.time.ZonedDateTime",
                    "java.time.OffsetDateTime",
                    "java.time.Year",
                    "java.time.YearMonth");

    private static JavaClasses classes;

    @BeforeAll
    static void importOnce() {
        classes =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("de.mobilermarktplatz");
    }

    @Test
    void domainKernelContractAndPlannerKnowNoFramework() {
        noClasses()
                .that(resideInAnyPackage(PLAIN))
                .should()
                .dependOnClassesThat(resideInAnyPackage(EDGE_LIBRARIES))
                .because("they take values and return values")
                .check(classes);
    }

    @Test
    void theClockIsAlwaysGiven() {
        noClasses()
                .that(resideInAnyPackage(backend()))
                .should()
                .callMethodWhere(target(readsAClock()))
                .because("stories move the clock, so it comes as an InstantSource")
                .check(classes);
        noClasses()
                .that(resideInAnyPackage(backend()))
                .should()
                .callConstructor(java.util.Date.class)
                .check(classes);
    }

    @Test
    void moneyAndDistanceAreWholeNumbers() {
        var floating = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
        noFields()
                .that()
                .areDeclaredInClassesThat(resideInAnyPackage(MONEY))
                .should()
                .haveRawType(describe("floating", type -> floating.contains(type.getName())))
                .check(classes);
        noMethods()
                .that()
                .areDeclaredInClassesThat(resideInAnyPackage(MONEY))
                .should()
                .haveRawReturnType(describe("floating", type -> floating.contains(type.getName())))
                .check(classes);
    }

    @Test
    void sqlStaysInTheStores() {
        noClasses()
                .that(resideInAnyPackage(ALL))
                .and(
                        not(
                                resideInAnyPackage(
                                        BASE + "*.store..",
                                        BASE + "platform..",
                                        BASE + "tablet..")))
                .and(not(resideInAnyPackage(BASE + "coordination..")))
                .and(not(READ_VIEWS))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.sql..", "org.springframework.r2dbc.core.."))
                .check(classes);
    }

    @Test
    void theWireFormatIsKnownToSyncAlone() {
        noClasses()
                .that(resideInAnyPackage(ALL))
                .and(
                        not(
                                resideInAnyPackage(
                                        BASE + "contract..",
                                        BASE + "sync..",
                                        BASE + "sample..",
                                        BASE + "tablet..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(WIRE))
                .check(classes);
    }

    @Test
    void nobodyWaitsInReactiveCode() {
        noClasses()
                .that(resideInAnyPackage(ALL))
                .and(not(resideInAnyPackage(BASE + "tablet..")))
                .should()
                .callMethodWhere(
                        target(
                                describe(
                                        "Mono/Flux.block",
                                        call ->
                                                call.getOwner()
                                                                .getName()
                                                                .startsWith("reactor.core.")
                                                        && call.getName().startsWith("block")
                                                        && call.getRawParameterTypes().isEmpty())))
                .orShould()
                .callMethodWhere(
                        target(
                                describe(
                                        "Thread.sleep",
                                        call ->
                                                call.getOwner().isEquivalentTo(Thread.class)
                                                        && call.getName().equals("sleep"))))
                .check(classes);
    }

    private static String[] backend() {
        return new String[] {
            BASE + "kernel..",
            BASE + "contract..",
            BASE + "region..",
            BASE + "identity..",
            BASE + "notification..",
            BASE + "catalogue..",
            BASE + "timetable..",
            BASE + "ordering..",
            BASE + "payment..",
            BASE + "touring..",
            BASE + "collection..",
            BASE + "till..",
            BASE + "settlement..",
            BASE + "sync..",
            BASE + "coordination..",
            BASE + "platform.."
        };
    }

    private static DescribedPredicate<CodeUnitCallTarget> readsAClock() {
        return describe(
                "now() or the system's milliseconds",
                call ->
                        (CLOCKS.contains(call.getOwner().getName()) && call.getName().equals("now"))
                                || (call.getOwner().isEquivalentTo(System.class)
                                        && call.getName().equals("currentTimeMillis")));
    }
}
