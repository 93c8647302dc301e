package org.deskwright.triage;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.List;

import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.inference.NoReply;
import org.deskwright.inference.Question;
import org.deskwright.inference.Skill;
import org.deskwright.ticket.RequestText;

/** One request that language models are asked about, as long as there is time. For one thread. */
final class Asking {

    private final String ticket;
    private final RequestText text;
    private final Names names;
    private final long until;
    private Collection<String> named;

    /** Whose names stay on this machine. */
    interface Names {

        /** @throws DirectoryUnavailable if nobody can say so now */
        Collection<String> in(String text);
    }

    Asking(String ticket, RequestText text, Names names, Duration patience) {
        this.ticket = ticket;
        this.text = text;
        this.names = names;
        this.until = System.nanoTime() + patience.toNanos();
    }

    String ticket() {
        return ticket;
    }

    RequestText text() {
        return text;
    }

    /** @throws NoReply if nobody knows whom the text names: then it does not leave */
    Question question(Skill skill, Map<String, List<String>> lists) throws NoReply {
        return new Question(ticket, skill, text.subject() + "\n\n" + text.body(), names(), lists);
    }

    Collection<String> names() throws NoReply {
        if (named == null && hasTime()) {
            try {
                String words = text.whole();
                named = names.in(words.substring(0, Math.min(words.length(), Question.LONGEST)));
            } catch (DirectoryUnavailable unknown) {
                throw NoReply.namesUnknown();
            }
        }
        return named == null ? List.of() : named;
    }

    /** Without any, nothing leaves, and nobody asks for names. */
    private boolean hasTime() {
        return !left().isZero();
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }
}
