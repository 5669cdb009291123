package de.mobilermarktplatz.notification;

import java.time.Instant;
import java.util.UUID;

/** A message as it is worded for its recipient. */
public record Message(
        UUID id,
        Channel channel,
        String recipient,
        String template,
        String subject,
        String body,
        Instant createdAt) {}
