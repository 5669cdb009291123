package de.mobilermarktplatz.touring.domain;

import de.mobilermarktplatz.planner.plan.Unserved;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why a call is left out, in words for the desk. */
final class Reasons {

    private Reasons() {}

    /**
     * @param names of the vans by id
     */
    static String of(List<Unserved.Obstacle> obstacles, Map<String, String> names) {
        if (obstacles.isEmpty()) {
            return "Es gibt keinen Wagen.";
        }
        Map<Unserved.Reason, List<String>> vansByReason =
                obstacles.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Unserved.Obstacle::reason,
                                        LinkedHashMap::new,
                                        Collectors.mapping(
                                                obstacle ->
                                                        names.getOrDefault(
                                                                obstacle.vanId(), obstacle.vanId()),
                                                Collectors.toList())));
        return vansByReason.entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + ": " + words(entry.getKey()))
                .collect(Collectors.joining(" "));
    }

    private static String words(Unserved.Reason reason) {
        return switch (reason) {
            case FIXED_TO_OTHER_VAN -> "Der Halt ist an einen anderen Wagen gebunden.";
            case VAN_TOO_SMALL ->
                    "Für die Bestellungen dieses Halts ist der Wagen zu klein, oder ihm fehlt das"
                            + " Kühlfach.";
            case GOODS_NOT_ABOARD -> "Die bestellte Ware ist vor der Haltezeit nicht abzuholen.";
            case OVER_CAPACITY -> "Zusammen mit den anderen Halten wäre der Wagen zu voll.";
            case WINDOW_MISSED ->
                    "Die veröffentlichte Zeit dieses oder eines anderen Halts wäre nicht zu"
                            + " schaffen.";
            case BACK_TOO_LATE -> "Der Wagen wäre erst nach Schichtende zurück.";
            case SHIFT_TOO_LONG -> "Die Schicht wäre länger als zehn Stunden.";
            case BREAK_MISSING -> "Für die vorgeschriebene Pause bliebe keine Zeit.";
            case DEARER_THAN_DROPPING ->
                    "Es ginge, aber die Rechenzeit war zu Ende. Bitte noch einmal planen.";
        };
    }
}
