package de.mobilermarktplatz.platform.start;

import de.mobilermarktplatz.platform.StartRefused;
import de.mobilermarktplatz.platform.postgres.PostgresStartFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.web.server.PortInUseException;

/** The sentence behind a failed start, found in the chain of causes. */
final class StartSentences {

    private static final String LEAD = "Der Mobile Marktplatz startet nicht: ";

    private StartSentences() {}

    /** Empty when the failure is nothing an operator could mend. */
    static Optional<String> of(Throwable failure) {
        // From the innermost outwards: a wrong option is wrapped, and so is its reason.
        for (Throwable at = failure; at != null; at = at.getCause()) {
            String sentence = told(at);
            if (sentence != null) {
                return Optional.of(LEAD + sentence);
            }
        }
        return Optional.empty();
    }

    private static @Nullable String told(Throwable at) {
        return switch (at) {
            case StartRefused refused -> refused.getMessage();
            case PostgresStartFailure postgres -> postgres.getMessage();
            case PortInUseException taken -> portTaken(taken.getPort());
            case BindException option when !hasSentence(option.getCause()) -> badOption(option);
            default -> null;
        };
    }

    private static boolean hasSentence(@Nullable Throwable cause) {
        return cause != null && of(cause).isPresent();
    }

    private static String portTaken(int port) {
        return "Der Port %d ist belegt. Vielleicht läuft der Mobile Marktplatz schon oder ein anderes Programm benutzt ihn; mit --server.port=%d einen anderen Port angeben."
                .formatted(port, port < 65_535 ? port + 1 : 8080);
    }

    private static String badOption(BindException option) {
        ConfigurationProperty property = option.getProperty();
        String value = property == null ? "ohne Wert" : "„" + property.getValue() + "“";
        return "Die Einstellung %s ist %s, das versteht das Programm nicht%s. Vielleicht ein Tippfehler."
                .formatted(
                        option.getName(),
                        value,
                        property == null || property.getOrigin() == null
                                ? ""
                                : " (aus " + property.getOrigin() + ")");
    }
}
