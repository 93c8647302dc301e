package org.deskwright.connector.demo.directory;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Optional;
import java.util.Set;
import org.deskwright.identity.Directory;
import org.deskwright.identity.Person;
import org.junit.jupiter.api.Test;

class DemoPeopleGuardTest {

    private final Directory directory = mock(Directory.class);
    private final DemoPeopleGuard guard = new DemoPeopleGuard(directory);

    @Test
    void demoPeopleWithTheDemoPasswordStopTheStart() {
        Person ben = known("ben.okafor", "ben.okafor@example.org");
        when(directory.authenticate("ben.okafor", "demo")).thenReturn(Optional.of(ben));
        assertThatThrownBy(guard::afterSingletonsInstantiated)
                .hasMessageContaining("ben.okafor").hasMessageContaining("Remove the demo people");
    }

    @Test
    void otherPasswordsAndOtherPeopleDoNot() {
        known("ada.lindqvist", "ada.lindqvist@example.org");
        assertThatCode(guard::afterSingletonsInstantiated).doesNotThrowAnyException();
    }

    @Test
    void noPasswordIsTriedOnSomebodyElse() {
        known("eva.rossi", "eva.rossi@rossi.example");
        guard.afterSingletonsInstantiated();
        verify(directory, never()).authenticate(any(), any());
    }

    private Person known(String login, String mail) {
        Person person = new Person(login, login, mail, null, null, null, Set.of(), true);
        when(directory.byLogin(login)).thenReturn(Optional.of(person));
        return person;
    }
}
