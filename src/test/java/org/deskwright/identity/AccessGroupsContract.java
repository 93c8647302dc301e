package org.deskwright.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the desk expects of every system in which it grants and withdraws group membership. */
public abstract class AccessGroupsContract {

    private static final VerifiedSubject BEN = Subjects.verified("ben.okafor");

    protected abstract AccessGroups accessGroups();

    @Test
    void aGrantIsThereAndCanBeTakenBack() {
        assertThat(accessGroups().isMember("ben.okafor", "wiki-editors")).isFalse();
        accessGroups().add(BEN, "wiki-editors", Subjects.attempt(UUID.randomUUID()));
        assertThat(accessGroups().isMember("ben.okafor", "wiki-editors")).isTrue();
        assertThat(accessGroups().isMember("ada.lindqvist", "wiki-editors")).isFalse();
        accessGroups().remove(BEN, "wiki-editors", Subjects.attempt(UUID.randomUUID()));
        assertThat(accessGroups().isMember("ben.okafor", "wiki-editors")).isFalse();
    }

    @Test
    void addingAndRemovingTwiceAreNoErrors() {
        UUID action = UUID.randomUUID();
        accessGroups().add(BEN, "wiki-editors", Subjects.attempt(action));
        accessGroups().add(BEN, "wiki-editors", Subjects.attempt(action));
        assertThat(accessGroups().isMember("ben.okafor", "wiki-editors")).isTrue();
        accessGroups().remove(BEN, "wiki-editors", Subjects.attempt(action));
        accessGroups().remove(BEN, "wiki-editors", Subjects.attempt(action));
        assertThat(accessGroups().isMember("ben.okafor", "wiki-editors")).isFalse();
    }

    @Test
    void whoIsAMemberOfWhatIsNotShownNobodySays() {
        assertThat(List.of("no-such-group", "*", "no,such=group")).allSatisfy(group -> assertThatExceptionOfType(NotShown.class)
                .isThrownBy(() -> accessGroups().isMember("ben.okafor", group)).withMessageEndingWith("the group " + group));
        assertThat(List.of("nobody", "*")).allSatisfy(login -> assertThatExceptionOfType(NotShown.class)
                .isThrownBy(() -> accessGroups().isMember(login, "staff")).withMessageEndingWith("the account " + login));
    }

    @Test
    void whatDoesNotExistIsRefusedWithASentence() {
        assertThatThrownBy(() -> accessGroups().add(BEN, "no,such=group", Subjects.attempt(UUID.randomUUID())))
                .isInstanceOf(TargetRefused.class).hasMessage("The directory has no group no,such=group.");
        assertThatThrownBy(() -> accessGroups().add(Subjects.verified("nobody"), "staff", Subjects.attempt(UUID.randomUUID())))
                .isInstanceOf(TargetRefused.class).hasMessageContaining("no longer in the directory");
    }
}
