package org.deskwright.reading;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds who else a text is about: by the directory, by mail addresses, by "for my colleague", by titles and given names. */
final class People {

    private static final int MOST_NAMED = 20;
    private static final int LONGEST_LOGIN = 41;
    private static final int LONGEST_NAME = 3;
    private static final Set<String> SOMEBODY = Set.of("relation", "possessive");
    private static final Set<String> LEADS_TO_NAME = Set.of("relation", "title", "account");
    private static final Set<String> GREETING = Set.of("greeting");
    private static final Set<String> GIVEN = Set.of("name");

    private final Phrases phrases;
    private final Phrases givenNames;

    People(Lexicons lexicons) {
        this.phrases = lexicons.ofAll("people");
        this.givenNames = lexicons.shared("given-names");
    }

    OtherPeople in(PlainText text, Context context) {
        Words words = Words.of(text.naming());
        Set<String> own = own(context.requester());
        Set<String> people = new LinkedHashSet<>(context.peopleIn().apply(words.text()));
        MailAddresses.in(words.text()).stream().filter(address -> !address.equalsIgnoreCase(context.requester().mail())).forEach(people::add);
        Set<Integer> greeted = greeted(words);
        phrases.in(words, LEADS_TO_NAME).forEach(hit -> name(words, hit, greeted).filter(name -> !isOwn(name, own)).ifPresent(people::add));
        fullNames(words, greeted).filter(name -> !isOwn(name, own)).forEach(people::add);
        Set<String> because = new LinkedHashSet<>();
        phrases.in(words, SOMEBODY).forEach(hit -> because.add(words.written(hit.from(), hit.to())));
        because.addAll(people);
        return new OtherPeople(people.stream().limit(MOST_NAMED).toList(), because.stream().limit(MOST_NAMED).toList());
    }

    private static Set<String> own(Requester requester) {
        Words words = Words.of(requester.name() + " " + requester.login());
        return IntStream.range(0, words.size()).mapToObj(i -> words.at(i).plain()).collect(Collectors.toSet());
    }

    private static boolean isOwn(String name, Set<String> own) {
        Words words = Words.of(name);
        return IntStream.range(0, words.size()).allMatch(i -> own.contains(words.at(i).plain()));
    }

    /** The words that only greet: "Dear Ms Nagy" asks for nobody. */
    private Set<Integer> greeted(Words words) {
        return phrases.in(words, GREETING).stream().flatMap(hit -> IntStream.range(hit.from(), greetingEnd(words, hit)).boxed()).collect(Collectors.toSet());
    }

    private static int greetingEnd(Words words, Phrases.Hit hit) {
        int end = hit.to();
        while (end < words.size() && end - hit.to() <= LONGEST_NAME && words.text().substring(words.at(end - 1).end(), words.at(end).start()).matches("[ .]{1,2}")) {
            end++;
        }
        return end;
    }

    /** What follows "my colleague", "Mr" or "user", if it looks like the name of somebody or of an account. */
    private Optional<String> name(Words words, Phrases.Hit hit, Set<Integer> greeted) {
        int from = hit.to();
        if (from >= words.size() || greeted.contains(from) || words.at(from).sentence() != words.at(hit.from()).sentence()) {
            return Optional.empty();
        }
        if (hit.heading().equals("account")) {
            String login = login(words.text(), words.at(from).start());
            return login.matches("(?=.*[._\\d])(?=.*\\p{L})[\\w.-]{3,40}(?<![.-])") ? Optional.of(login) : Optional.empty();
        }
        // "MS Project" is nobody
        String title = words.written(hit.from(), hit.to());
        boolean looksSo = hit.heading().equals("title") ? words.at(from).capital() && !(title.length() > 1 && title.equals(title.toUpperCase(Locale.ROOT)))
                : isGiven(words, from);
        return looksSo ? Optional.of(words.written(from, nameEnd(words, from))) : Optional.empty();
    }

    private static String login(String text, int start) {
        return text.substring(start, Math.min(text.length(), start + LONGEST_LOGIN)).split("[\\s,;:!?)]", 2)[0];
    }

    /** A given name with another name behind it. */
    private Stream<String> fullNames(Words words, Set<Integer> greeted) {
        return IntStream.range(0, words.size()).filter(i -> !greeted.contains(i) && isGiven(words, i)).filter(i -> nameEnd(words, i) > i + 1)
                .mapToObj(i -> words.written(i, nameEnd(words, i)));
    }

    private boolean isGiven(Words words, int index) {
        return words.at(index).capital() && givenNames.at(words, index, GIVEN).isPresent();
    }

    private static int nameEnd(Words words, int from) {
        int to = from + 1;
        while (to < words.size() && to - from < LONGEST_NAME && words.at(to).capital() && !words.at(to).shouted()
                && words.at(to).start() == words.at(to - 1).end() + 1 && " -'’".indexOf(words.text().charAt(words.at(to).start() - 1)) >= 0) {
            to++;
        }
        return to;
    }
}
