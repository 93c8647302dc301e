package org.deskwright.reading;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Usual applications by the names people give them ({@code applications.txt}): for people to read, and to ask fewer questions. Nothing is granted by them. */
final class Applications {

    private final Phrases phrases;
    private final Set<String> names;

    Applications(Lexicons lexicons) {
        this.phrases = lexicons.shared("applications");
        this.names = lexicons.lines("applications").stream().map(Lexicons.Line::heading).collect(Collectors.toSet());
    }

    /** With those of the organisation, in the order of the text; where both have a name for the same words, the organisation's. */
    List<String> in(Words words, KnownNames known) {
        List<Phrases.Hit> own = known.applicationsIn(words);
        Stream<Phrases.Hit> usual = phrases.apart(words, names).stream().filter(hit -> own.stream().noneMatch(other -> other.from() < hit.to() && hit.from() < other.to()));
        Map<String, String> found = Stream.concat(own.stream(), usual).sorted(Comparator.comparingInt(Phrases.Hit::from)).map(Phrases.Hit::heading)
                .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), name -> name, (first, again) -> first, LinkedHashMap::new));
        return List.copyOf(found.values());
    }
}
