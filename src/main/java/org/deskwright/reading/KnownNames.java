package org.deskwright.reading;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the organisation calls its applications, groups and devices: made once, asked for each text. */
public final class KnownNames {

    public static final KnownNames NONE = new KnownNames(List.of(), List.of(), List.of());

    private final Names applications;
    private final Names groups;
    private final Names assets;

    public KnownNames(Collection<String> applications, Collection<String> groups, Collection<String> assets) {
        this.applications = Names.of(applications);
        this.groups = Names.of(groups);
        this.assets = Names.of(assets);
    }

    List<String> applicationsIn(Words words) {
        return applications.in(words);
    }

    List<String> groupsIn(Words words) {
        return groups.in(words);
    }

    List<String> assetsIn(Words words) {
        return assets.in(words);
    }

    private record Names(Phrases phrases, Set<String> names) {

        static Names of(Collection<String> names) {
            return new Names(new Phrases(names.stream().map(Phrase::named).flatMap(Optional::stream).toList()), Set.copyOf(names));
        }

        /** As the organisation writes them, each once, in the order of the text; the longer where one is part of another. */
        List<String> in(Words words) {
            return phrases.apart(words, names).stream().map(Phrases.Hit::heading).distinct().toList();
        }
    }
}
