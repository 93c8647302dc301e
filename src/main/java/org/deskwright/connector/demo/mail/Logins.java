package org.deskwright.connector.demo.mail;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import org.deskwright.identity.DirectoryUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What GreenMail's IMAP asks about users, answered from the directory; it keeps no users and makes none. */
final class Logins extends UserManager {

    private static final Logger log = LoggerFactory.getLogger(Logins.class);

    private final Accounts accounts;
    private final Postboxes postboxes;

    Logins(Accounts accounts, Postboxes postboxes) {
        super(postboxes);
        this.accounts = accounts;
        this.postboxes = postboxes;
    }

    @Override
    public boolean test(String login, String password) {
        try {
            return accounts.authenticate(login, password).isPresent();
        } catch (DirectoryUnavailable e) {
            log.warn("The directory is unavailable: a mailbox login is refused");
            return false;
        }
    }

    @Override
    public GreenMailUser getUser(String login) {
        return accounts.byLogin(login.strip()).map(account -> new Owner(account, postboxes)).orElse(null);
    }

    @Override
    public GreenMailUser getUserByEmail(String address) {
        return accounts.byAddress(address).map(account -> new Owner(account, postboxes)).orElse(null);
    }

    @Override
    public boolean hasUser(String loginOrAddress) {
        return accounts.byLogin(loginOrAddress).isPresent();
    }

    @Override
    public GreenMailUser createUser(String address, String login, String password) throws UserException {
        throw new UserException("People come from the directory");
    }
}
