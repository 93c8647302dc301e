package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What follows from a commit takes no second connection, nobody's rights, and nobody down with it. */
class TransactionsTest {

    private final DataSource database = new DriverManagerDataSource("jdbc:h2:mem:");
    private final IdentityService identity = mock(IdentityService.class);
    private final Transactions transactions = new Transactions(database, identity);
    private final TransactionTemplate transaction = new TransactionTemplate(transactions);
    private final List<Object> seen = new ArrayList<>();

    @Test
    void theConnectionIsGivenBackBeforeAndEachStepHasItsOwn() {
        transaction.executeWithoutResult(outer -> {
            transaction.executeWithoutResult(inner -> transactions.afterCommit(this::look));
            assertThat(seen).as("nothing is committed").isEmpty();
        });
        assertThat(seen).containsExactly(Map.of("connection", false), Map.of("new", true));
    }

    /** Who waits for it holds a connection, and perhaps the very row that the step needs. */
    @Test
    void whatFollowsFromATransactionWithinAnotherBeginsWhenBothAreOver() {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(outer -> {
            own.executeWithoutResult(inner -> transactions.afterCommit(this::look));
            assertThat(seen).as("the outer one goes on").isEmpty();
            outer.setRollbackOnly();
        });
        assertThat(seen).containsExactly(Map.of("connection", false), Map.of("new", true));
        transaction.executeWithoutResult(status -> transactions.afterCommit(this::look));
        assertThat(seen).as("the next one waits for nobody").hasSize(4);
    }

    @Test
    void nothingFollowsFromWhatIsUndoneOrTwiceFromWhatIsNot() {
        transaction.executeWithoutResult(status -> {
            transactions.afterCommit(this::look);
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> { });
        assertThat(seen).isEmpty();
        transactions.afterCommit(this::look);
        assertThat(seen).as("nothing is under way").hasSize(2);
    }

    @Test
    void aStepThatFailsIsNobodyElsesFailure() {
        transaction.executeWithoutResult(status -> {
            transactions.afterCommit(() -> {
                throw new IllegalStateException("A redrawn diagram");
            });
            transactions.afterCommit(this::look);
        });
        assertThat(seen).hasSize(2);
    }

    @Test
    void theDeskDoesItAndNotWhoeverIsSignedIn() {
        Authentication ada = new Authentication("ada.lindqvist", List.of());
        when(identity.getCurrentAuthentication()).thenReturn(ada);
        transaction.executeWithoutResult(status -> transactions.afterCommit(identity::getCurrentAuthentication));
        var order = inOrder(identity);
        order.verify(identity).clearAuthentication();
        order.verify(identity).getCurrentAuthentication();
        order.verify(identity).setAuthentication(ada);
    }

    private void look() {
        seen.add(Map.of("connection", TransactionSynchronizationManager.hasResource(database)));
        transaction.executeWithoutResult(status -> seen.add(Map.of("new", status.isNewTransaction())));
    }
}
