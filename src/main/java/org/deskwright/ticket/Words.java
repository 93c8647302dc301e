package org.deskwright.ticket;

import java.util.List;
import java.util.Optional;

/**
 * The words of a ticket, wherever they are kept: looked up when somebody asks for them, and not before.
 *
 * @param subject    as the database has it, as {@code body} and {@code resolution}; to be put into other words, which are kept
 *                   in the same way
 * @param resolution {@code null} until it is resolved
 */
public record Words(Contents contents, Answers answers, String ticket, String subject, String body, String resolution) {

    String shown(String kept) {
        return contents.shown(ticket, kept);
    }

    Optional<RequestText> request() {
        return contents.read(ticket, subject).flatMap(read -> contents.read(ticket, body).map(rest -> new RequestText(read, rest)));
    }

    Optional<Said> said() {
        return request().flatMap(request -> {
            List<Optional<Answer>> read = answers.to(ticket).stream().map(kept -> contents.read(ticket, kept.words()).map(kept::saying)).toList();
            return read.stream().allMatch(Optional::isPresent) ? Optional.of(new Said(request, read.stream().flatMap(Optional::stream).toList())) : Optional.empty();
        });
    }
}
