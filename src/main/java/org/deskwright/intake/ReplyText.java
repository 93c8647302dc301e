package org.deskwright.intake;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody newly wrote in an answer, without the quoted mail below it. */
final class ReplyText {

    /** No part of it runs over a line's end: on a mail of a million line feeds that took minutes. */
    private static final Pattern QUOTE_STARTS = Pattern.compile(
            "(?im)^[ \\t]*+(On .{5,200} wrote:|Am .{5,200} schrieb.*:|Le .{5,200} a écrit\\s*:|El .{5,200} escribió:|Em .{5,200} escreveu:"
                    + "|-{2,}+\\h*(Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original|Mensagem original)\\h*-{2,}"
                    + "|_{10,}+)\\h*$");

    private ReplyText() {
    }

    static String of(String text) {
        var quote = QUOTE_STARTS.matcher(text);
        String own = (quote.find() ? text.substring(0, quote.start()) : text).lines()
                .filter(line -> !line.startsWith(">")).collect(Collectors.joining("\n")).strip();
        return own.isEmpty() ? text.strip() : own;
    }
}
