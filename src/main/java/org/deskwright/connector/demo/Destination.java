package org.deskwright.connector.demo;

import java.io.IOException;
import java.nio.file.Path;

/** Where a copy of a mail ends up. */
interface Destination {

    /** Makes a temporary file that is already safe on disk its own; safe itself once this returned. */
    void take(Path temporary) throws IOException, MailRefused;
}
