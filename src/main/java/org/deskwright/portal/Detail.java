package org.deskwright.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.deskwright.reading.FieldChange;
import org.deskwright.reading.Slots;

/** One thing that a request asks for, or says of it, as the desk reads it. */
record Detail(String label, List<String> values) {

    /** Only what is said. */
    static List<Detail> of(Slots slots) {
        return Stream.of(new Detail("Application", slots.applications()), new Detail("Group", slots.groups()),
                new Detail("Entry of the record", slots.change().map(FieldChange::field).stream().toList()),
                new Detail("New value", slots.change().flatMap(FieldChange::value).stream().toList()), new Detail("Device", slots.assets()),
                new Detail("Amount", slots.amounts().stream().map(amount -> amount.value().toPlainString() + " " + amount.currency()).toList()),
                new Detail("Date", slots.dates().stream().map(LocalDate::toString).toList()),
                new Detail("People, as written", slots.people())).filter(detail -> !detail.values().isEmpty()).toList();
    }
}
