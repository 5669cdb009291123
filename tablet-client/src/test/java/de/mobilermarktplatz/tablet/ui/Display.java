package de.mobilermarktplatz.tablet.ui;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real X display without a screen, with a keyboard to type on and a picture of what it shows. */
final class Display implements AutoCloseable {
    private static final Duration BREATH = Duration.ofSeconds(1);

    private final Process server;
    private final Path frames;
    private final String name;

    private Display(Process server, Path frames, String name) {
        this.server = server;
        this.frames = frames;
        this.name = name;
    }

    /**
     * Skips the test where the two programs are not installed.
     *
     * @param frames empty folder for its picture memory
     */
    static Display open(Path frames) throws IOException {
        for (var program : List.of("Xvfb", "xdotool")) {
            assumeTrue(isInstalled(program), program + " is not installed: no real window here");
        }
        var server =
                new ProcessBuilder(
                                "Xvfb",
                                "-displayfd",
                                "1",
                                "-screen",
                                "0",
                                "1280x800x24",
                                "-nolisten",
                                "tcp",
                                "-fbdir",
                                frames.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var out = new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8);
        var number = new BufferedReader(out).readLine();
        assumeTrue(number != null, "Xvfb does not start here: no real window");
        return new Display(server, frames, ":" + number);
    }

    String name() {
        return name;
    }

    /** As a person types: slower than a scanner. */
    void type(String text) throws IOException, InterruptedException {
        tell("type", "--delay", "150", text);
    }

    /** After a breath: on a loaded machine the window is still busy with what was typed before. */
    void press(String key) throws IOException, InterruptedException {
        Thread.sleep(BREATH);
        tell("key", key);
    }

    void click(int x, int y) throws IOException, InterruptedException {
        tell("mousemove", Integer.toString(x), Integer.toString(y), "click", "1");
        // The window gets the keyboard a moment after the click; what is typed before is lost.
        Thread.sleep(BREATH);
    }

    private void tell(String... words) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of("xdotool"), Arrays.stream(words)).toList();
        var hand = new ProcessBuilder(command).inheritIO();
        hand.environment().put("DISPLAY", name);
        var process = hand.start();
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError("could not " + command);
        }
    }

    /** What stands on the screen now; the memory is an XWD file (XWDFile.h), 32 bits a pixel. */
    BufferedImage picture() throws IOException {
        var dump = ByteBuffer.wrap(Files.readAllBytes(frames.resolve("Xvfb_screen0")));
        int headerSize = dump.getInt(0);
        int width = dump.getInt(4 * 4);
        int height = dump.getInt(5 * 4);
        int lineBytes = dump.getInt(12 * 4);
        int colours = dump.getInt(19 * 4);
        int start = headerSize + colours * 12;
        dump.order(java.nio.ByteOrder.LITTLE_ENDIAN);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, dump.getInt(start + y * lineBytes + 4 * x));
            }
        }
        return image;
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @Override
    public void close() {
        server.destroy();
    }
}
