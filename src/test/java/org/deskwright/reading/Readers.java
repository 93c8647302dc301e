package org.deskwright.reading;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The reader with the shipped lexicons, and an organisation for it to know. */
final class Readers {

    static final TextReader SHIPPED = TextReader.of(Path.of(""));
    /** A Monday. */
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    static final Context ADAS = Context.NONE.on(MONDAY).by(new Requester("ada.lindqvist", "Ada Lindqvist", "ada.lindqvist@example.org"))
            .with(new KnownNames(List.of("Wiki", "SAP", "SAP Reports", "S/4HANA"), List.of("wiki-editors", "Finance Reports")));

    private Readers() {
    }

    static Reading read(String body) {
        return SHIPPED.read("", body, ADAS);
    }

    static Slots slots(String body) {
        return read(body).slots();
    }
}
