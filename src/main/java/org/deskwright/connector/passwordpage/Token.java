package org.deskwright.connector.passwordpage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** 256 random bits that open the page once. They exist in the mail only; the desk keeps their hash. */
record Token(String secret) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Token random() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** SHA-256, in hex. It needs no salt: nobody can guess 256 random bits. */
    String hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Never the secret: tokens do not belong into logs. */
    @Override
    public String toString() {
        return "Token";
    }
}
