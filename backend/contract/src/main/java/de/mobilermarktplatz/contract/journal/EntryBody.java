package de.mobilermarktplatz.contract.journal;

/** What an entry says. Integers and ids only, never a name, because a journal cannot forget. */
public sealed interface EntryBody
        permits Sale,
                Abort,
                VoidReceipt,
                Handover,
                Refused,
                PaymentFact,
                DepositReturn,
                CashMovement,
                CashCount,
                Closing,
                Load,
                GoodsIn,
                Shrinkage,
                StockCount,
                Temperature,
                StopArrive,
                StopLeave,
                AgeCheck,
                RequestVerdict,
                TseOutage,
                ClockAnchor,
                KeyRoll,
                DeviceEvent,
                JournalOpened {

    /** The type under which this body is written. */
    default EntryType type() {
        return EntryType.of(getClass());
    }
}
