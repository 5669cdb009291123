package de.mobilermarktplatz.stripesimulator;

/**
 * What an account was told to do wrong. Guarded by the lock of {@link Accounts}; forgotten at a
 * restart.
 */
final class Faults {

    enum Answer {
        NORMAL,
        /** The work is done, the answer never arrives. */
        DROPPED,
        /** 503 before any work. */
        UNAVAILABLE
    }

    /** Milliseconds before each event is sent. */
    long webhookDelayMillis;

    /** How often each event is sent, at least once. */
    int webhookCopies = 1;

    /** How many of the next events are never sent by themselves. */
    int webhooksToLose;

    /** Events wait until they are released. */
    boolean webhooksHeld;

    private Answer nextAnswers = Answer.NORMAL;
    private int answersLeft;
    private String pathPart = "";

    void failAnswers(Answer kind, int times, String onPathsWith) {
        nextAnswers = kind;
        answersLeft = times;
        pathPart = onPathsWith;
    }

    Answer nextAnswer(String path) {
        if (answersLeft == 0 || !path.contains(pathPart)) {
            return Answer.NORMAL;
        }
        answersLeft--;
        return nextAnswers;
    }
}
