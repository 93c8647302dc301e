package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;

/** What somebody wrote is shown, and does nothing. */
class OneLineTest {

    @Test
    void aTerminalObeysNothingThatStandsInALine() {
        StringWriter seen = new StringWriter();
        PrintWriter out = OneLine.on(new PrintWriter(seen));
        out.printf("%s%n", "a\u001b[1Ab\u009bc\u0007\u0000");
        out.println(new char[] {'d', '\b', '\u202e'});
        out.write('\u001b');
        out.flush();
        assertThat(seen).hasToString("a\uFFFD[1Ab\uFFFDc\uFFFD\uFFFD%nd\uFFFD\uFFFD%n\uFFFD".formatted());
    }

    @Test
    void whatIsNoControlStaysAsItIs() {
        assertThat(OneLine.of(" Größe: 3 · “ja” 👩‍💻\tتمام ")).isEqualTo("Größe: 3 · “ja” 👩‍💻\tتمام");
        assertThat(OneLine.quoted("x” y")).isEqualTo("“x\" y”");
    }
}
