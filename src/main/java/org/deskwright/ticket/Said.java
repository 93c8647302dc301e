package org.deskwright.ticket;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a requester has said of what they want: whoever reads the request for a step reads the answers with it.
 *
 * @param answers to what the desk asked, the earliest first
 */
public record Said(RequestText request, List<String> answers) {

    public Said {
        answers = List.copyOf(answers);
    }

    /** As one text. */
    public String whole() {
        return Stream.concat(Stream.of(request.whole()), answers.stream()).collect(Collectors.joining("\n"));
    }

    /** Each as it was written, so that the signature below one does not hide the next; the request's first. */
    public List<String> bodies() {
        return Stream.concat(Stream.of(request.body()), answers.stream()).toList();
    }
}
