package de.mobilermarktplatz.tablet.ui.cashup;

/** Digits typed one after the other over a number that stood there before. */
final class Typing {
    private boolean on;
    private long before;

    /** The number after one more digit; the first one begins anew. */
    long digit(long shown, int digit) {
        long typed = on ? shown : 0;
        begin(shown);
        return typed * 10 + digit;
    }

    /** The number without its last digit. */
    long erase(long shown) {
        begin(shown);
        return shown / 10;
    }

    private void begin(long shown) {
        if (!on) {
            before = shown;
            on = true;
        }
    }

    /** The number as it was before: what typed was a scanner. */
    long undone(long shown) {
        long back = on ? before : shown;
        on = false;
        return back;
    }

    /** The next digit begins anew. */
    void end() {
        on = false;
    }
}
