package org.deskwright.reading;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Where the reports are printed, in UTF-8 whatever the terminal thinks. */
final class Report {

    private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private Report() {
    }

    static void say(String format, Object... values) {
        OUT.println(String.format(Locale.ROOT, format, values));
    }
}
