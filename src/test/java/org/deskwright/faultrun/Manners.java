package org.deskwright.faultrun;

import java.util.concurrent.ThreadLocalRandom;

/** How the targets answer, once an effect is carried out and on the disk. */
final class Manners {

    enum Answer { AT_ONCE, LATE, NEVER, BROKEN_OFF }

    private static final int LATEST_MILLIS = 2_000;

    private Answer answer = Answer.AT_ONCE;

    synchronized void become(Answer now) {
        answer = now;
        notifyAll();
    }

    /** Returns when it is time to answer; who never answers does so when the manners change. */
    void beforeAnswering(Runnable hangUp) {
        switch (current()) {
            case AT_ONCE -> { }
            case LATE -> pause(ThreadLocalRandom.current().nextInt(LATEST_MILLIS));
            case NEVER -> keepSilent();
            case BROKEN_OFF -> hangUp.run();
        }
    }

    private synchronized Answer current() {
        return answer;
    }

    private synchronized void keepSilent() {
        while (answer == Answer.NEVER) {
            pauseUntilNotified();
        }
    }

    private synchronized void pauseUntilNotified() {
        try {
            wait();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
