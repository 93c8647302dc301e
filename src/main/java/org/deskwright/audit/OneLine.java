package org.deskwright.audit;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.regex.Pattern;

/** What somebody else wrote, so that it looks like no line of the record's own, and does nothing to a terminal. */
final class OneLine {

    private static final Pattern LINE_ENDS = Pattern.compile("\\R+");
    /** Also those that make a reader see the words in another order. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}&&[^\\t]]");
    private static final char IN_ITS_PLACE = '\uFFFD';

    private OneLine() {
    }

    static String of(String text) {
        return UNSEEN.matcher(LINE_ENDS.matcher(text.strip()).replaceAll(" / ")).replaceAll(Character.toString(IN_ITS_PLACE));
    }

    /** Between quotation marks, of which there are none in it. */
    static String quoted(String words) {
        return "“%s”".formatted(words.replaceAll("[“”]", "\""));
    }

    /** Prints lines as they are given, and of what stands in them nothing that a terminal would obey. */
    static PrintWriter on(PrintWriter terminal) {
        return new PrintWriter(new Seen(terminal), true);
    }

    private static final class Seen extends FilterWriter {

        private static final String LINE_ENDS_HERE = System.lineSeparator();

        Seen(Writer out) {
            super(out);
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            for (char character : text.substring(from, from + length).toCharArray()) {
                boolean seen = LINE_ENDS_HERE.indexOf(character) >= 0 || !UNSEEN.matcher(Character.toString(character)).matches();
                out.write(seen ? character : IN_ITS_PLACE);
            }
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            write(new String(text, from, length), 0, length);
        }

        @Override
        public void write(int character) throws IOException {
            write(Character.toString(character), 0, 1);
        }
    }
}
