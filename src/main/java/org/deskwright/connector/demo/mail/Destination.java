package org.deskwright.connector.demo.mail;

import java.io.IOException;
import java.nio.file.Path;

/** Where a copy of a mail ends up. */
interface Destination {

    /** Takes over a temporary file that is forced to disk; when this returns, the mail is where it belongs for good. */
    void take(Path temporary) throws IOException, MailRefused;
}
