package de.mobilermarktplatz.platform.security;

import de.mobilermarktplatz.platform.MarktplatzProperties;
import de.mobilermarktplatz.platform.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Secrets of 32 bytes, by name: from the environment ({@code MARKTPLATZ_SECRET_<NAME>}, 64
 * hexadecimal digits) or else from the data folder's {@code secrets/}, where they are made at the
 * first start, readable by the owner only.
 */
@Component
public class Secrets {

    private static final int BYTES = 32;

    private final Path folder;
    private final Environment environment;

    Secrets(MarktplatzProperties properties, Environment environment) {
        this.folder = properties.data().resolve("secrets");
        this.environment = environment;
    }

    /** The same 32 bytes at every start. */
    public byte[] key(String name) {
        return HexFormat.of().parseHex(text(name));
    }

    /** The secret as 64 hexadecimal digits, for those who want a password. */
    public String text(String name) {
        String variable = "MARKTPLATZ_SECRET_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
        String given = environment.getProperty(variable);
        if (given != null) {
            return given.strip();
        }
        try {
            return fromFile(folder.resolve(name));
        } catch (IOException e) {
            throw new StartRefused(
                    "Das Geheimnis '"
                            + name
                            + "' lässt sich in "
                            + folder
                            + " nicht lesen oder schreiben ("
                            + e.getMessage()
                            + "). Vielleicht gehört der Ordner einem anderen Benutzer.",
                    e);
        }
    }

    private String fromFile(Path file) throws IOException {
        Files.createDirectories(folder);
        if (!Files.exists(file)) {
            create(file);
        }
        return Files.readString(file).strip();
    }

    private static void create(Path file) throws IOException {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        Path draft =
                Files.createTempFile(
                        file.getParent(),
                        "new-",
                        null,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(
                    draft,
                    HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII),
                    StandardOpenOption.SYNC);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Somebody else made it in the same moment; theirs counts.
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
