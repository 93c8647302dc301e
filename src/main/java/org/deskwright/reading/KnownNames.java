package org.deskwright.reading;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the organisation calls its applications and groups: made once, asked for each text. */
public final class KnownNames {

    public static final KnownNames NONE = new KnownNames(List.of(), List.of());

    private final Names applications;
    private final Names groups;

    public KnownNames(Collection<String> applications, Collection<String> groups) {
        this.applications = Names.of(applications);
        this.groups = Names.of(groups);
    }

    List<Phrases.Hit> applicationsIn(Words words) {
        return applications.hits(words);
    }

    List<String> groupsIn(Words words) {
        return groups.in(words);
    }

    private record Names(Phrases phrases, Set<String> names) {

        static Names of(Collection<String> names) {
            return new Names(new Phrases(names.stream().map(Phrase::named).flatMap(Optional::stream).toList()), Set.copyOf(names));
        }

        /** As the organisation writes them, each once, in the order of the text; the longer where one is part of another. */
        List<String> in(Words words) {
            return hits(words).stream().map(Phrases.Hit::heading).distinct().toList();
        }

        List<Phrases.Hit> hits(Words words) {
            return phrases.apart(words, names);
        }
    }
}
