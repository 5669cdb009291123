package de.mobilermarktplatz.notification;

/** How a message reaches its recipient. */
public enum Channel {
    /** Recipient is an e-mail address. */
    MAIL,
    /** Recipient is a phone number. */
    SMS
}
