package org.deskwright.learning;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The shipped history and a model of it, made once per run of the tests. */
public final class SampleHistory {

    public static final List<String> CATEGORIES = List.of("password-reset", "account-unlock", "mfa-reset", "access-request", "access-removal",
            "employee-data-change", "joiner-leaver", "software", "hardware", "network", "email", "printing", "how-to", "outage",
            "security-incident", "change-request", "purchase", "other");
    public static final TicketHistory SHIPPED = TicketHistory.read(Path.of(""), CATEGORIES);
    public static final Glossary GLOSSARY = Glossary.read(Path.of(""));

    private SampleHistory() {
    }

    public static TextModel model() {
        return Once.MODEL;
    }

    private static final class Once {
        static final TextModel MODEL = Training.train(SHIPPED, GLOSSARY, Clock.systemUTC(), Progress.SILENT);
    }
}
