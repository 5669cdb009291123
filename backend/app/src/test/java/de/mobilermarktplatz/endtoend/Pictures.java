package de.mobilermarktplatz.endtoend;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of pages for the README. */
final class Pictures {

    private static final Path KEPT = Path.of("..", "docs", "pictures");
    private static final Path SEEN = Path.of("target", "pictures");

    private Pictures() {}

    /** What the window shows, {@code width} by {@code height} pixels, as {@code name.png}. */
    static void take(Page page, String name, int width, int height) {
        Path folder = Boolean.getBoolean("pictures.write") ? KEPT : SEEN;
        page.setViewportSize(width, height);
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }
}
