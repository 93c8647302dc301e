package org.deskwright.correspondence;

import java.util.regex.Pattern;

/** Reads out of an answer that somebody wants a person, or says that the request was not theirs. */
public final class CallForPerson {

    private static final Pattern WANTED = Pattern.compile("(?iu)(?<!\\p{L})("
            + "(a|real|talk to (a|some)|speak (to|with) (a|some)) ?(person|human|body|one)|call me|phone me|human please"
            + "|einen? menschen|jemanden sprechen|rufen sie (mich|bitte)|mitarbeiter(in)? sprechen"
            + "|une personne|un humain|appelez[- ]moi|una persona|un humano|ll[aá]m[ae]n?me|uma pessoa|um humano|ligue[- ]me)(?!\\p{L})");
    private static final Pattern NOT_ME = Pattern.compile("(?iu)(?<!\\p{L})("
            + "(was|is)(n['’]?t| not) me|(wasn|isn)t me|not me|(did(n['’]?t| not)|never) (ask|request)(ed)?|"
            + "war ich nicht|nicht von mir|nicht (angefordert|verlangt|beantragt)|pas moi|(pas|rien|jamais) demandé"
            + "|no (he sido|fui) yo|no (lo|la) (pedí|solicité|he (pedido|solicitado))|não fui eu|não (o |a )?(pedi|solicitei))(?!\\p{L})");

    private CallForPerson() {
    }

    public static boolean in(String text) {
        return WANTED.matcher(text).find() || isDisowned(text);
    }

    /** "This wasn't me": somebody else may be asking in their name. */
    public static boolean isDisowned(String text) {
        return NOT_ME.matcher(text).find();
    }
}
