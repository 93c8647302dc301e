package org.deskwright.ticket;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a requester has said of what they want: whoever reads the request for a step reads the answers with it.
 *
 * @param answers to what the desk asked, the earliest first
 */
public record Said(RequestText request, List<Answer> answers) {

    public Said {
        answers = List.copyOf(answers);
    }

    /** As one text. */
    public String whole() {
        return Stream.concat(Stream.of(request.whole()), answered().stream()).collect(Collectors.joining("\n"));
    }

    /** The answers' words, whatever they were asked for. */
    public List<String> answered() {
        return answers.stream().map(Answer::words).toList();
    }
}
