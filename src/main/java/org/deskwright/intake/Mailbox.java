package org.deskwright.intake;

import java.util.List;
import java.util.function.Consumer;

/** The desk's mailbox. */
public interface Mailbox {

    /**
     * Gives every mail not yet seen to {@code sink}, oldest first, and marks it seen only after the sink returned:
     * what fails is given again next time. Mails that cannot be parsed come too, with what could be read.
     *
     * @return how many mails were taken
     */
    int collect(Consumer<IncomingMail> sink);

    /**
     * Mails with this Message-ID, seen or not, without changing anything; empty if it is not there any more. An id is the
     * sender's to choose, so there may be several.
     */
    List<IncomingMail> find(String messageId);
}
