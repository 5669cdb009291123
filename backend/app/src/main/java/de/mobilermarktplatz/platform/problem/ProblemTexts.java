package de.mobilermarktplatz.platform.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * German titles and details of every refusal: {@code <slug>.title} and {@code <slug>.detail} in one
 * file per capability, {@code problems/<capability>.properties}.
 */
@Component
public class ProblemTexts {

    private final Properties texts = new Properties();

    ProblemTexts() {
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:problems/*.properties")) {
                texts.load(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String title(Rejection rejection) {
        return filled(rejection, ".title");
    }

    public String detail(Rejection rejection) {
        return filled(rejection, ".detail");
    }

    private String filled(Rejection rejection, String suffix) {
        String text = texts.getProperty(rejection.slug() + suffix, rejection.slug());
        for (Map.Entry<String, Object> parameter : rejection.parameters().entrySet()) {
            text =
                    text.replace(
                            "{" + parameter.getKey() + "}", String.valueOf(parameter.getValue()));
        }
        return text;
    }
}
