package org.deskwright.connector.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deskwright.connector.ldap.Mentions.FullName;
import org.deskwright.connector.ldap.Mentions.Login;
import org.deskwright.connector.ldap.Mentions.Mail;
import org.junit.jupiter.api.Test;

class MentionsTest {

    @Test
    void addressesAndLoginsComeBeforeNamesAndCapitalisedNamesBeforeOthers() {
        assertThat(Mentions.in("it is Ada Lindqvist, or x.y, a@b.example.").mentions()).containsExactly(
                new Mail("a@b.example"), new Login("x.y"), new Login("b.example"), new FullName("ada", "lindqvist"),
                new FullName("it", "is"), new FullName("is", "ada"), new FullName("or", "lindqvist"),
                new FullName("or", "x"), new FullName("a", "y"));
    }

    @Test
    void aCommaMeansTheFamilyNameCameFirst() {
        assertThat(Mentions.in("Lindqvist, Ada").mentions()).containsExactly(new FullName("ada", "lindqvist"));
    }

    @Test
    void howeverLongTheTextTheListIsShort() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append('N').append(Integer.toString(i, 26).replaceAll("[0-9]", "z")).append(' ');
        }
        assertThat(Mentions.in(text.toString()).mentions()).hasSizeLessThanOrEqualTo(Mentions.MOST);
    }

    @Test
    void whatWasLeftOutIsSaidToBe() {
        assertThat(Mentions.in("so ".repeat(6_666)).whole()).isTrue();
        assertThat(Mentions.in("so ".repeat(6_667)).whole()).as("20,001 characters").isFalse();
        assertThat(Mentions.in(logins(Mentions.MOST)).whole()).isTrue();
        assertThat(Mentions.in(logins(Mentions.MOST + 1)).whole()).isFalse();
        assertThat(Mentions.in(null).whole()).isTrue();
    }

    private static String logins(int count) {
        return IntStream.range(0, count).mapToObj(i -> "a." + i).collect(Collectors.joining("; "));
    }

    @Test
    void valuesNeverBecomeFilterSyntax() {
        assertThat(new FullName("a*)(uid=*", "b").filter().toString()).doesNotContain("(uid=*)").doesNotContain("*)(");
    }
}
