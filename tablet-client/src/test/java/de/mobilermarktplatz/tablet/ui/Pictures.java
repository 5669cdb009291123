package de.mobilermarktplatz.tablet.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** What a scene looks like, as a PNG file. */
public final class Pictures {
    private Pictures() {}

    /**
     * Into the build folder, {@code target/pictures/<name>.png}. Call it on the screen's thread.
     */
    public static Path save(Scene scene, String name) {
        return save(scene, Path.of("target", "pictures", name + ".png"));
    }

    /**
     * As {@link #save(Scene, String)}, and with {@code -Dpictures.write=true} where the README
     * looks for it.
     */
    public static Path forReadme(Scene scene, String name) {
        return Boolean.getBoolean("pictures.write")
                ? save(scene, Path.of("..", "backend", "docs", "pictures", name + ".png"))
                : save(scene, name);
    }

    public static Path save(Scene scene, Path file) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        // A scroll pane keeps a bitmap of its content that only a shown window renews.
        scene.getRoot().lookupAll(".viewport").forEach(pane -> pane.setCache(false));
        var seen = scene.snapshot(null);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(image(seen), "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage image(WritableImage seen) {
        int width = (int) seen.getWidth();
        int height = (int) seen.getHeight();
        var pixels = new int[width * height];
        seen.getPixelReader()
                .getPixels(
                        0,
                        0,
                        width,
                        height,
                        javafx.scene.image.PixelFormat.getIntArgbInstance(),
                        pixels,
                        0,
                        width);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }
}
