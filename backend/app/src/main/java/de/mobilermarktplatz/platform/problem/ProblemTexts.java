package de.mobilermarktplatz.platform.problem;

import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/**
 * German titles and details of every refusal, from {@code problems.properties}: {@code
 * <slug>.title}, {@code <slug>.detail}.
 */
@Component
class ProblemTexts {

    private final ResourceBundle texts = ResourceBundle.getBundle("problems");

    String title(Rejection rejection) {
        return filled(rejection, ".title");
    }

    String detail(Rejection rejection) {
        return filled(rejection, ".detail");
    }

    private String filled(Rejection rejection, String suffix) {
        String text;
        try {
            text = texts.getString(rejection.slug() + suffix);
        } catch (MissingResourceException e) {
            return rejection.slug();
        }
        for (Map.Entry<String, Object> parameter : rejection.parameters().entrySet()) {
            text =
                    text.replace(
                            "{" + parameter.getKey() + "}", String.valueOf(parameter.getValue()));
        }
        return text;
    }
}
