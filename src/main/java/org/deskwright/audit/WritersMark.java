package org.deskwright.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Shows when an entry is sealed that the desk wrote it and that nobody changed it since: HMAC-SHA-256 with a key that is
 * not in the database. Whoever can only write to the database can add a row, but not one that the record takes for its own.
 */
final class WritersMark {

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    WritersMark(byte[] key) {
        this.key = new SecretKeySpec(key, HMAC);
    }

    byte[] of(String body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }

    boolean fits(String body, byte[] mark) {
        return MessageDigest.isEqual(of(body), mark);
    }
}
