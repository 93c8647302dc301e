package org.deskwright.connector.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import org.deskwright.connector.ldap.Mentions.FullName;
import org.deskwright.connector.ldap.Mentions.Login;
import org.deskwright.connector.ldap.Mentions.Mail;
import org.junit.jupiter.api.Test;

class MentionsTest {

    @Test
    void addressesAndLoginsComeBeforeNamesAndCapitalisedNamesBeforeOthers() {
        assertThat(Mentions.in("it is Ada Lindqvist, or x.y, a@b.example.")).containsExactly(
                new Mail("a@b.example"), new Login("x.y"), new Login("b.example"), new FullName("ada", "lindqvist"),
                new FullName("it", "is"), new FullName("is", "ada"), new FullName("or", "lindqvist"),
                new FullName("or", "x"), new FullName("a", "y"));
    }

    @Test
    void aCommaMeansTheFamilyNameCameFirst() {
        assertThat(Mentions.in("Lindqvist, Ada")).containsExactly(new FullName("ada", "lindqvist"));
    }

    @Test
    void howeverLongTheTextTheListIsShort() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append('N').append(Integer.toString(i, 26).replaceAll("[0-9]", "z")).append(' ');
        }
        assertThat(Mentions.in(text.toString())).hasSizeLessThanOrEqualTo(Mentions.MOST);
    }

    @Test
    void valuesNeverBecomeFilterSyntax() {
        assertThat(new FullName("a*)(uid=*", "b").filter().toString()).doesNotContain("(uid=*)").doesNotContain("*)(");
    }
}
