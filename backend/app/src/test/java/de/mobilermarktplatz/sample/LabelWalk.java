package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.testing.Browser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows the links of a county's pages, two of each kind, and looks for the label. */
final class LabelWalk {

    private static final Pattern LINK = Pattern.compile("href=\"(/r/[^\"#]+)\"");
    private static final int OF_EACH_KIND = 2;

    private final Browser browser;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> kinds = new HashMap<>();
    private final List<String> unlabelled = new ArrayList<>();
    private int pages;

    LabelWalk(Browser browser) {
        this.browser = browser;
    }

    LabelWalk from(String... starts) {
        Deque<String> todo = new ArrayDeque<>(List.of(starts));
        while (!todo.isEmpty()) {
            look(todo.remove(), todo);
        }
        return this;
    }

    private void look(String path, Deque<String> todo) {
        Browser.Answer page = browser.get(path);
        if (!page.body().contains("<html")) {
            return;
        }
        pages++;
        if (!page.body().contains("Beispieldaten:")) {
            unlabelled.add(page.status() + " " + path);
        }
        Matcher links = LINK.matcher(page.body());
        while (links.find()) {
            String next = links.group(1).replace("&amp;", "&");
            String kind = next.replaceAll("[0-9a-f-]{8,}|\\?.*", "*");
            if (seen.add(next) && kinds.merge(kind, 1, Integer::sum) <= OF_EACH_KIND) {
                todo.add(next);
            }
        }
    }

    List<String> unlabelled() {
        return unlabelled;
    }

    int pages() {
        return pages;
    }
}
