package org.deskwright.ticket;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** An enum constant with its public spelling: {@code IN_TRIAGE} is {@code in-triage} in API, tables and database. */
public interface Word {

    String name();

    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E> & Word> Optional<E> find(Class<E> type, String word) {
        return Stream.of(type.getEnumConstants()).filter(constant -> constant.word().equals(word)).findFirst();
    }

    /** @throws IllegalArgumentException naming the words there are */
    static <E extends Enum<E> & Word> E require(Class<E> type, String word) {
        return find(type, word).orElseThrow(() -> new IllegalArgumentException("\"%s\" is none of %s".formatted(word,
                Stream.of(type.getEnumConstants()).map(Word::word).toList())));
    }
}
