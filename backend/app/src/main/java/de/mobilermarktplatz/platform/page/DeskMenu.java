package de.mobilermarktplatz.platform.page;

import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Visitor;
import java.util.List;

/** The desk's one menu: the same doors in the same order on every page of the desk. */
final class DeskMenu {

    private static final String DESK = "/leitstelle";
    private static final String MAILBOX = "/postfach";

    private DeskMenu() {}

    /**
     * @param path below the region's address
     * @param within further paths that belong to the same door
     */
    private record Door(
            String path, String text, Permission permission, boolean demoOnly, String within) {

        boolean leadsTo(String address) {
            return address.equals(path)
                    || (!path.equals(DESK) && address.startsWith(path + "/"))
                    || (!within.isEmpty() && address.startsWith(within));
        }
    }

    private static final List<Door> DOORS =
            List.of(
                    door(DESK, "Übersicht", Permission.DESK_READ),
                    door(DESK + "/tag", "Markttag", Permission.DESK_READ, DESK + "/abrechnung"),
                    door(DESK + "/touren", "Touren", Permission.DESK_READ),
                    door(DESK + "/anforderungen", "Anforderungen", Permission.DESK_READ),
                    door(DESK + "/personen", "Personen", Permission.PEOPLE_READ),
                    door(DESK + "/nachrichten", "Nachrichten", Permission.MESSAGE_HANDLE),
                    door(DESK + "/probleme", "Probleme", Permission.PROBLEM_READ),
                    door(DESK + "/fahrplan", "Fahrplan", Permission.DESK_READ),
                    door(DESK + "/geraete", "Tablets", Permission.DEVICE_MANAGE),
                    door(DESK + "/pruefung", "Bücher", Permission.BOOKS_VERIFY),
                    new Door(DESK + "/uhr", "Uhr", Permission.CLOCK_MOVE, true, ""),
                    new Door(MAILBOX, "Postfach", Permission.MAILBOX_READ, true, ""));

    /** An entry as the layout shows it. */
    record Entry(String text, String href, boolean current) {}

    /**
     * @param base of the region's addresses
     * @param path of the page, with the base
     * @return empty away from the desk
     */
    static List<Entry> of(Visitor visitor, boolean demo, String base, String path) {
        String address = path.substring(Math.min(base.length(), path.length()));
        if (!visitor.signedIn() || !(address.startsWith(DESK) || address.startsWith(MAILBOX))) {
            return List.of();
        }
        return DOORS.stream()
                .filter(door -> visitor.may(door.permission()) && (demo || !door.demoOnly()))
                .map(door -> new Entry(door.text(), base + door.path(), door.leadsTo(address)))
                .toList();
    }

    private static Door door(String path, String text, Permission permission) {
        return door(path, text, permission, "");
    }

    private static Door door(String path, String text, Permission permission, String within) {
        return new Door(path, text, permission, false, within);
    }
}
