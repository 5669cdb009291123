package de.mobilermarktplatz.notification;

import de.mobilermarktplatz.notification.domain.MessageTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All message templates; read once, so that a broken one stops the start. */
@Component
class Templates {

    private static final String ENDING = ".txt";

    private final Map<String, MessageTemplate> byName = new HashMap<>();

    Templates() throws IOException {
        Resource[] files =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:messages-templates/*" + ENDING);
        for (Resource file : files) {
            String fileName = String.valueOf(file.getFilename());
            String name = fileName.substring(0, fileName.length() - ENDING.length());
            byName.put(name, MessageTemplate.parse(name, text(file)));
        }
    }

    /**
     * @throws IllegalArgumentException when there is no such template
     */
    MessageTemplate named(String name) {
        MessageTemplate template = byName.get(name);
        if (template == null) {
            throw new IllegalArgumentException(
                    "no message template '%s'. Maybe the file messages-templates/%s%s is missing?"
                            .formatted(name, name, ENDING));
        }
        return template;
    }

    private static String text(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
