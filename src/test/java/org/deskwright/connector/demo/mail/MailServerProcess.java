package org.deskwright.connector.demo.mail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A mail server in a process of its own, to be killed. Arguments: its data, and the file to write its ports to. */
final class MailServerProcess {

    private MailServerProcess() {
    }

    public static void main(String[] arguments) throws Exception {
        DemoMailServer server = new DemoMailServer(new DemoMailSettings(0, 0), Path.of(arguments[0]), new PeopleInMemory());
        server.start();
        Path ports = Path.of(arguments[1]);
        Path half = Files.writeString(ports.resolveSibling("half"), server.smtpPort() + " " + server.imapPort());
        Files.move(half, ports, StandardCopyOption.ATOMIC_MOVE);
    }
}
