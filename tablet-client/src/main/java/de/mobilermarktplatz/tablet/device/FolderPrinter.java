package de.mobilermarktplatz.tablet.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes each receipt as a text file: paper for a tablet without a printer. */
public final class FolderPrinter implements ReceiptPrinter {
    private final Path folder;

    /**
     * @param folder made when missing
     */
    public FolderPrinter(Path folder) {
        this.folder = folder;
    }

    @Override
    public void print(String name, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".txt"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Receipt " + name + " could not be written to " + folder, e);
        }
    }
}
