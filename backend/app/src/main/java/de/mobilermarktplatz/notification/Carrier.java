package de.mobilermarktplatz.notification;

import reactor.core.publisher.Mono;

/** Brings a message out of the house. */
interface Carrier {

    /**
     * Completes when somebody else has taken over the message; fails when it has to be tried again.
     */
    Mono<Void> carry(Message message, String sender);
}
