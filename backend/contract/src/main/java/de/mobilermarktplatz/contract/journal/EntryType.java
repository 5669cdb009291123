package de.mobilermarktplatz.contract.journal;

import java.util.Arrays;
import java.util.Optional;

/** Types of journal entries with their wire code. A code is never used again for something else. */
public enum EntryType {
    SALE(1, Sale.class),
    ABORT(2, Abort.class),
    VOID(3, VoidReceipt.class),
    HANDOVER(4, Handover.class),
    REFUSED(5, Refused.class),
    PAYMENT_FACT(6, PaymentFact.class),
    DEPOSIT_RETURN(7, DepositReturn.class),
    CASH_MOVEMENT(8, CashMovement.class),
    CASH_COUNT(9, CashCount.class),
    CLOSING(10, Closing.class),
    LOAD(11, Load.class),
    GOODS_IN(12, GoodsIn.class),
    SHRINKAGE(13, Shrinkage.class),
    STOCK_COUNT(14, StockCount.class),
    TEMPERATURE(15, Temperature.class),
    STOP_ARRIVE(16, StopArrive.class),
    STOP_LEAVE(17, StopLeave.class),
    AGE_CHECK(18, AgeCheck.class),
    REQUEST_VERDICT(19, RequestVerdict.class),
    TSE_OUTAGE(20, TseOutage.class),
    CLOCK_ANCHOR(21, ClockAnchor.class),
    KEY_ROLL(22, KeyRoll.class),
    DEVICE_EVENT(23, DeviceEvent.class),
    JOURNAL_OPENED(24, JournalOpened.class);

    private final int code;
    private final Class<? extends Record> body;

    <B extends Record & EntryBody> EntryType(int code, Class<B> body) {
        this.code = code;
        this.body = body;
    }

    public int code() {
        return code;
    }

    /** The record that holds an entry of this type. */
    public Class<? extends Record> body() {
        return body;
    }

    /** The type of a number, or empty if a newer tablet made it up. */
    public static Optional<EntryType> ofCode(long code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }

    static EntryType of(Class<? extends EntryBody> body) {
        return Arrays.stream(values())
                .filter(type -> type.body == body)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no entry type for " + body));
    }
}
