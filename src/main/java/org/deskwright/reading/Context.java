package org.deskwright.reading;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a text does not say by itself.
 *
 * @param writtenOn  "tomorrow" is the day after; without it, relative dates and those without a year are none
 * @param peopleIn   who of the directory is named in a text, but for the requester; asked once
 * @param categoryOf what a sentence is about, as far as that is sure
 */
public record Context(Optional<LocalDate> writtenOn, Requester requester, KnownNames names, Function<String, Collection<String>> peopleIn,
                      Function<String, Optional<String>> categoryOf) {

    public static final Context NONE = new Context(Optional.empty(), Requester.UNKNOWN, KnownNames.NONE, text -> List.of(), sentence -> Optional.empty());

    public Context on(LocalDate day) {
        return new Context(Optional.of(day), requester, names, peopleIn, categoryOf);
    }

    public Context by(Requester someone) {
        return new Context(writtenOn, someone, names, peopleIn, categoryOf);
    }

    public Context with(KnownNames known) {
        return new Context(writtenOn, requester, known, peopleIn, categoryOf);
    }

    public Context knowing(Function<String, Collection<String>> people) {
        return new Context(writtenOn, requester, names, people, categoryOf);
    }

    public Context classifying(Function<String, Optional<String>> categories) {
        return new Context(writtenOn, requester, names, peopleIn, categories);
    }
}
