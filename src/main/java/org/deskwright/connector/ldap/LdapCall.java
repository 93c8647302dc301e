package org.deskwright.connector.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.time.Duration;

/** One call of the desk to the directory, however many requests it takes, and what is left of its time. */
final class LdapCall {

    private final long end;
    private final long mostPerAnswer;

    LdapCall(LdapTimes times) {
        end = System.nanoTime() + times.wholeCall().toNanos();
        mostPerAnswer = times.answer().toMillis();
    }

    /** Milliseconds to wait for the next answer. */
    long patience() throws LDAPException {
        return Math.min(left(), mostPerAnswer);
    }

    private long left() throws LDAPException {
        long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (left <= 0) {
            throw new LDAPException(ResultCode.TIMEOUT, "The time for this call is over");
        }
        return left;
    }
}
