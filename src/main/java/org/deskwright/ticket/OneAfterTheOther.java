package org.deskwright.ticket;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.retry.annotation.Retryable;

/**
 * Of two who change the same ticket at once, the one who comes too late tries again, up to five times, each in a transaction of its own.
 * What failed within somebody else's transaction has undone that one, too: whoever began it tries all of it again.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Retryable(retryFor = {ConcurrencyFailureException.class, DuplicateKeyException.class}, maxAttempts = 5, exceptionExpression = OneAfterTheOther.ITS_OWN)
public @interface OneAfterTheOther {

    /** Asked between two tries, when what began with the first one is over. */
    String ITS_OWN = "!T(org.springframework.transaction.support.TransactionSynchronizationManager).isActualTransactionActive()";
}
