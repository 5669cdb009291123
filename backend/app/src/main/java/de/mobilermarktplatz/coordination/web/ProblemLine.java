package de.mobilermarktplatz.coordination.web;

import de.mobilermarktplatz.coordination.domain.OpenProblem;
import de.mobilermarktplatz.coordination.domain.ProblemWords;
import de.mobilermarktplatz.kernel.code.SpokenCode;
import de.mobilermarktplatz.platform.region.Region;
import java.util.Set;

/**
 * A problem on the page.
 *
 * @param place where it is done, below the region's address; empty when here
 * @param byHand whether it is settled here with a note
 */
record ProblemLine(
        String source,
        String subject,
        String title,
        String advice,
        String detail,
        String about,
        String since,
        String place,
        String action,
        boolean byHand) {

    private static final Set<String> ABOUT_TABLETS =
            Set.of(
                    "SERVER_RESTORED",
                    "DEVICE_ADOPTED",
                    "TILL_NUMBER_TWICE",
                    "KEY_NOT_PROVEN",
                    "KEY_ROLLED_TOO_LATE");

    static ProblemLine of(OpenProblem problem, Region region) {
        ProblemWords words = ProblemWords.of(problem);
        String code = problem.orderCode();
        String order = code == null ? "" : "Bestellung " + new SpokenCode(code).spaced();
        String about =
                problem.who().isEmpty() || order.isEmpty()
                        ? problem.who() + order
                        : problem.who() + ", " + order;
        return new ProblemLine(
                problem.source().name(),
                problem.subject().toString(),
                words.title(),
                words.advice(),
                problem.detail(),
                about,
                Words.moment(problem.since(), region),
                place(problem),
                action(problem),
                problem.source().settledByHand());
    }

    private static boolean isAboutTablets(OpenProblem problem) {
        return ABOUT_TABLETS.contains(problem.kind());
    }

    private static String place(OpenProblem problem) {
        return switch (problem.source()) {
            case REQUEST -> "/leitstelle/anforderungen";
            case MESSAGE -> "/leitstelle/nachrichten/" + problem.subject();
            case QUARANTINE -> "/leitstelle/zurueckgehalten";
            case CASE -> isAboutTablets(problem) ? "/leitstelle/geraete" : "";
            case CAPTURE, REFUND, PAYMENT, FACT -> "";
        };
    }

    private static String action(OpenProblem problem) {
        return switch (problem.source()) {
            case REQUEST -> "Zu den Anforderungen";
            case MESSAGE -> "Zur Nachricht";
            case QUARANTINE -> "Ansehen und freigeben";
            case CASE -> isAboutTablets(problem) ? "Zu den Tablets" : "";
            case CAPTURE, REFUND, PAYMENT, FACT -> "";
        };
    }
}
