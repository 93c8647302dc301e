package org.deskwright.connector.mail;

import jakarta.mail.internet.MimeUtility;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Bytes to text where the charset is missing, unknown or a lie. */
final class PartText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** Named by many who mean something wider (WHATWG Encoding says the same). */
    private static final Set<Charset> TOO_NARROW = Set.of(StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1);

    private PartText() {
    }

    static String decode(byte[] bytes, String charset) {
        Charset named = charset == null ? null : named(charset.strip());
        if (named == StandardCharsets.ISO_8859_1) {
            return new String(bytes, WINDOWS);
        }
        if (named != null && !TOO_NARROW.contains(named)) {
            String strictly = strictly(bytes, named);
            if (strictly != null) {
                return strictly;
            }
        }
        String utf8 = strictly(bytes, StandardCharsets.UTF_8);
        return utf8 != null ? utf8 : new String(bytes, WINDOWS);
    }

    /** MIME's name first: Jakarta Mail takes "us-ascii" for Latin-1, and knows some names that Java does not. */
    private static Charset named(String name) {
        Charset java = Attempt.at(() -> Charset.forName(name), null);
        return java != null ? java : Attempt.at(() -> Charset.forName(MimeUtility.javaCharset(name)), null);
    }

    private static String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
