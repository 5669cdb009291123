package de.mobilermarktplatz.platform.security;

/**
 * What a route may be used for; named after the verb. Every route declares exactly one ({@link
 * Requires}).
 */
public enum Permission {
    SHOP_BROWSE,
    ORDER_PLACE,
    ORDER_READ_OWN,
    ORDER_CANCEL_OWN,
    PAYMENT_RETURN,
    SIGN_IN,
    CATALOGUE_READ_OWN,
    CATALOGUE_UPLOAD,
    REQUEST_ANSWER,
    DESK_READ,
    ORDER_TAKE_BY_PHONE,
    TOUR_PLAN,
    TOUR_RELEASE,
    DEVICE_MANAGE,
    /** What was kept apart of a tablet's upload: read, taken into the books after all. */
    QUARANTINE_RELEASE,
    /** A dead tablet's second copy: read into the books. */
    MIRROR_RECOVER,
    /** The county's key to second copies, to be kept on paper. */
    RECOVERY_KEY_READ,
    BOOKS_READ,
    BOOKS_VERIFY,
    MAILBOX_READ,
    /** Names, numbers and orders of customers: only for those who talk to them. */
    PEOPLE_READ,
    /** Outgoing messages with their text: read, sent again, marked as phoned. */
    MESSAGE_HANDLE,
    PROBLEM_READ,
    PROBLEM_SETTLE,
    /** DEMO only. */
    CLOCK_MOVE,
    /** Devices prove themselves by a signature that the sync package checks. */
    SYNC,
    /** The payment provider proves itself by a signature over the raw body. */
    HOOK_RECEIVE
}
