package de.mobilermarktplatz.platform.security;

import static de.mobilermarktplatz.platform.security.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/** Who somebody is inside one region, and what that allows (product.md P1). */
public enum Role {
    ANONYMOUS(
            SHOP_BROWSE,
            ORDER_PLACE,
            ORDER_READ_OWN,
            ORDER_CANCEL_OWN,
            PAYMENT_RETURN,
            SIGN_IN,
            REQUEST_ANSWER,
            SYNC,
            HOOK_RECEIVE),
    CUSTOMER(),
    PRODUCER(CATALOGUE_READ_OWN, CATALOGUE_UPLOAD),
    DRIVER(),
    DISPATCHER(
            DESK_READ,
            ORDER_TAKE_BY_PHONE,
            TOUR_PLAN,
            TOUR_RELEASE,
            DEVICE_MANAGE,
            QUARANTINE_RELEASE,
            MIRROR_RECOVER,
            MAILBOX_READ,
            BOOKS_READ,
            BOOKS_VERIFY,
            PEOPLE_READ,
            MESSAGE_HANDLE,
            PROBLEM_READ,
            PROBLEM_SETTLE,
            CLOCK_MOVE),
    ACCOUNTANT(DESK_READ, BOOKS_READ, BOOKS_VERIFY, PROBLEM_READ, PROBLEM_SETTLE),
    MUNICIPALITY(DESK_READ),
    REGION_ADMIN(
            DESK_READ,
            ORDER_TAKE_BY_PHONE,
            TOUR_PLAN,
            TOUR_RELEASE,
            DEVICE_MANAGE,
            QUARANTINE_RELEASE,
            MIRROR_RECOVER,
            RECOVERY_KEY_READ,
            MAILBOX_READ,
            BOOKS_READ,
            BOOKS_VERIFY,
            PEOPLE_READ,
            MESSAGE_HANDLE,
            PROBLEM_READ,
            PROBLEM_SETTLE,
            CLOCK_MOVE),
    PLATFORM_ADMIN(BOOKS_VERIFY),
    DEVICE();

    private final Set<Permission> own;

    Role(Permission... own) {
        this.own = own.length == 0 ? EnumSet.noneOf(Permission.class) : EnumSet.of(own[0], own);
    }

    /**
     * Everybody may also do what a stranger may: routes open to strangers prove their caller in
     * another way.
     */
    public boolean may(Permission permission) {
        return own.contains(permission) || ANONYMOUS.own.contains(permission);
    }
}
