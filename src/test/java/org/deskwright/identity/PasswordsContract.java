package org.deskwright.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desk expects of every system that takes a password its owner has chosen. */
public abstract class PasswordsContract {

    protected abstract Passwords passwords();

    protected abstract Directory directory();

    @Test
    void theNewPasswordSignsInAndTheOldOneDoesNot() {
        passwords().choose("ada.lindqvist", "correct hörse battery");
        assertThat(directory().authenticate("ada.lindqvist", "correct hörse battery")).isPresent();
        assertThat(directory().authenticate("ada.lindqvist", "demo")).isEmpty();
        assertThat(directory().authenticate("ben.okafor", "demo")).isPresent();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"short", "demo", "        "})
    void aBadPasswordIsRefusedAndTheOldOneStays(String bad) {
        assertThatThrownBy(() -> passwords().choose("ada.lindqvist", bad)).isInstanceOf(TargetRefused.class)
                .message().isNotBlank().doesNotContain("LDAP").endsWith(".");
        assertThat(directory().authenticate("ada.lindqvist", "demo")).isPresent();
    }

    @Test
    void disabledAndUnknownAccountsAreRefused() {
        assertThatThrownBy(() -> passwords().choose("oscar.lund", "correct horse battery"))
                .isInstanceOf(TargetRefused.class);
        assertThatThrownBy(() -> passwords().choose("nobody", "correct horse battery"))
                .isInstanceOf(TargetRefused.class);
    }
}
