package org.deskwright.audit;

import java.util.Optional;

/** Knows which step of a diagram this thread carries out, so that no writer has to say it, and none can say another. */
public interface StepUnderWay {

    /** @return empty outside of any process: a request arrives, a page is refused */
    Optional<Step> now();
}
