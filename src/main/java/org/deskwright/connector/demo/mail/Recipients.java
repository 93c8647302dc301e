package org.deskwright.connector.demo.mail;

import jakarta.mail.Flags;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;

/** Who may be written to, and by whom: anyone with a mailbox here by everybody, people outside by the desk alone. */
final class Recipients {

    private final Accounts accounts;
    private final Postboxes postboxes;
    private final Path root;

    Recipients(Accounts accounts, Postboxes postboxes, Path root) {
        this.accounts = accounts;
        this.postboxes = postboxes;
        this.root = root;
    }

    /** @throws MailRefused with a 550: no mailbox is made on the fly, nothing is relayed */
    Destination find(String address, Optional<Account> sender) throws MailRefused {
        Optional<Account> recipient = accounts.byAddress(address);
        if (recipient.isPresent()) {
            return postboxes.of(recipient.get().address());
        }
        if (accounts.isLocal(address)) {
            throw new MailRefused("550 5.1.1 No such mailbox here");
        }
        if (sender.filter(Account::isDesk).isEmpty()) {
            throw new MailRefused("550 5.7.1 No relaying");
        }
        return temporary -> keepOutside(address, temporary);
    }

    private void keepOutside(String address, Path temporary) throws IOException {
        synchronized (this) {
            Spool.outside(root, address.toLowerCase(Locale.ROOT)).place(temporary, new Flags(), new Date());
        }
    }
}
