package de.mobilermarktplatz.contract.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * Bytes of a released version as hexadecimal lines. {@code -Dgolden.write=true} adds missing files
 * and never touches one that is there, because tablets out there have journals full of them.
 */
public record GoldenFile(String name) {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "v1");
    private static final int LINE = 64;

    public byte[] bytesOrWrite(byte[] current) throws IOException {
        Path file = FOLDER.resolve(name + ".hex");
        if (Boolean.getBoolean("golden.write") && !Files.exists(file)) {
            Files.createDirectories(FOLDER);
            Files.writeString(
                    file,
                    HexFormat.of().formatHex(current).replaceAll("(.{" + LINE + "})", "$1\n")
                            + "\n");
        }
        return HexFormat.of().parseHex(Files.readString(file).replaceAll("\\s", ""));
    }
}
