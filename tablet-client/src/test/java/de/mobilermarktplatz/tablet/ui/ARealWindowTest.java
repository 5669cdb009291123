package de.mobilermarktplatz.tablet.ui;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.tablet.DayTour;
import de.mobilermarktplatz.tablet.FakeBackend;
import de.mobilermarktplatz.tablet.Main;
import de.mobilermarktplatz.tablet.Rig;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is started, on an X display, enrolled by typing on a real keyboard. */
@Tag("proof")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ARealWindowTest {
    private static final Color STATUS_BAR = new Color(0x073f28);
    private static final Color GROUND = new Color(0xeef2ee);
    private static final Color GREEN = new Color(0x0b5d3b);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir Path folder;

    @Test
    void aNewTabletIsEnrolledAndTakesItsTour() throws Exception {
        var data = Files.createDirectory(folder.resolve("tablet"));
        try (var display = Display.open(Files.createDirectory(folder.resolve("frames")));
                var backend = new FakeBackend(DayTour.snapshot())) {
            var process = start(display, data, backend);
            try {
                sees(display, "a window", image -> is(image, 10, 10, STATUS_BAR));
                save(display, "window-1-enrol");
                display.click(300, 265);
                display.type(FakeBackend.CODE.replace("-", ""));
                sees(display, "a whole code", image -> is(image, 60, 740, GREEN));
                save(display, "window-2-typed");
                display.press("Return");
                sees(display, "the number pad", image -> !is(image, 890, 740, GROUND));
                display.type("4711");
                sees(display, "a PIN", image -> is(image, 60, 740, GREEN));
                display.press("Return");
                sees(display, "the second question", image -> !is(image, 60, 740, GREEN));
                display.type("4711");
                sees(display, "the PIN again", image -> is(image, 60, 740, GREEN));
                save(display, "window-3-pin");
                display.press("Return");
                sees(display, "the tours", image -> is(image, 60, 740, GROUND));
                save(display, "window-4-tours");
            } finally {
                process.destroyForcibly().waitFor();
            }
            try (var rig = Rig.again(data, backend)) {
                assertThat(rig.tell("status").get("enrolled").asBoolean()).isTrue();
                assertThat(rig.tablet().pin().isChosen()).isTrue();
                assertThat(rig.tell("verify").get("intact").asBoolean()).isTrue();
            }
        }
    }

    @Test
    void withoutADisplayOneSentenceSaysWhatToDo() throws Exception {
        var tablet = command(folder, "http://localhost:1/sync/v1/nowhere");
        tablet.environment().remove("DISPLAY");
        tablet.redirectErrorStream(true);
        var process = tablet.start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said).contains("There is no display for the window").doesNotContain("\tat ");
    }

    private static Process start(Display display, Path data, FakeBackend backend)
            throws IOException {
        var tablet = command(data, backend.address());
        tablet.environment().put("DISPLAY", display.name());
        tablet.redirectErrorStream(true)
                .redirectOutput(new File(data.getParent().toFile(), "tablet.log"));
        return tablet.start();
    }

    private static ProcessBuilder command(Path data, String server) {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--data",
                data.toString(),
                "--server",
                server);
    }

    private void sees(Display display, String what, Predicate<BufferedImage> there)
            throws Exception {
        var until = Instant.now().plus(PATIENCE);
        while (!there.test(display.picture())) {
            if (Instant.now().isAfter(until)) {
                var picture = save(display, "window-missing");
                throw new AssertionError(
                        "no "
                                + what
                                + ", see "
                                + picture
                                + "; the tablet said: "
                                + Files.readString(folder.resolve("tablet.log")));
            }
            Thread.sleep(100);
        }
    }

    private static Path save(Display display, String name) throws IOException {
        var file = Path.of("target", "pictures", name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(display.picture(), "png", file.toFile());
        return file;
    }

    private static boolean is(BufferedImage image, int x, int y, Color wanted) {
        var seen = new Color(image.getRGB(x, y));
        return Math.abs(seen.getRed() - wanted.getRed()) < 6
                && Math.abs(seen.getGreen() - wanted.getGreen()) < 6
                && Math.abs(seen.getBlue() - wanted.getBlue()) < 6;
    }
}
