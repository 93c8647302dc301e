package org.deskwright.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a text asks for, as far as it says so. People stand as they are written: whose action it may be is never decided by
 * a text, but by the directory.
 */
public record Slots(List<String> applications, List<String> groups, Optional<FieldChange> change, List<String> assets, List<Amount> amounts,
                    List<LocalDate> dates, List<String> people) {

    public Slots {
        applications = List.copyOf(applications);
        groups = List.copyOf(groups);
        assets = List.copyOf(assets);
        amounts = List.copyOf(amounts);
        dates = List.copyOf(dates);
        people = List.copyOf(people);
    }

    boolean has(Slot slot) {
        return switch (slot) {
            case APPLICATION -> !applications.isEmpty();
            case GROUP -> !groups.isEmpty();
            case FIELD -> change.isPresent();
            case NEW_VALUE -> change.flatMap(FieldChange::value).isPresent();
            case ASSET -> !assets.isEmpty();
            case AMOUNT -> !amounts.isEmpty();
            case DATE -> !dates.isEmpty();
            case PERSON -> !people.isEmpty();
        };
    }
}
