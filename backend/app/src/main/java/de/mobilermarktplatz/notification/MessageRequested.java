package de.mobilermarktplatz.notification;

import java.util.Map;
import java.util.UUID;

/**
 * Somebody wants a message sent.
 *
 * @param template name of a file in {@code messages-templates}, without its ending
 * @param values texts for the template's placeholders, worded for people already
 */
public record MessageRequested(
        UUID messageId,
        Channel channel,
        String recipient,
        String template,
        Map<String, String> values) {

    public MessageRequested {
        values = Map.copyOf(values);
    }
}
