package de.mobilermarktplatz.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium with axe; without it a story is skipped with a sentence. */
public final class RealBrowser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int SMALLEST_TARGET = 44;

    private final Playwright playwright;
    private final Browser chromium;

    private RealBrowser(Playwright playwright, Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    public static RealBrowser start() {
        assumeTrue(
                Files.isExecutable(CHROMIUM),
                "Skipped: no Chromium. Install it with: apt-get install chromium");
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new RealBrowser(
                playwright,
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(CHROMIUM)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync"))));
    }

    /** A person's own window: nobody else's cookies. */
    public BrowserContext window(int width) {
        return window(width, true);
    }

    public BrowserContext window(int width, boolean withScript) {
        return chromium.newContext(
                new Browser.NewContextOptions()
                        .setViewportSize(width, 844)
                        .setLocale("de-DE")
                        .setJavaScriptEnabled(withScript)
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    }

    /**
     * Takes a picture into {@code target/screens}, lets axe look, and checks that nothing hangs
     * over the edge or is too small to hit.
     */
    public static void look(Page page, String name) {
        var _ =
                page.screenshot(
                        new Page.ScreenshotOptions()
                                .setPath(Path.of("target", "screens", name + ".png"))
                                .setFullPage(true));
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(name + " at " + page.url())
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
                .isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of " + name)
                .isLessThanOrEqualTo(page.viewportSize().width);
        List<?> small =
                (List<?>)
                        page.evaluate(
                                "min => [...document.querySelectorAll('button, .button, input:not([type=hidden]),"
                                        + " summary, nav a, .target')].filter(e => e.offsetParent"
                                        + " && !['radio', 'checkbox'].includes(e.type)"
                                        + " && e.getBoundingClientRect().height < min)"
                                        + ".map(e => e.outerHTML.slice(0, 90) + ' ' + e.getBoundingClientRect().height)",
                                SMALLEST_TARGET);
        assertThat(small).as("targets below 44 px on " + name).isEmpty();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
