package org.deskwright.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Who may have signed a checkpoint: a name and an Ed25519 public key, written {@code name+id+base64} as the verifiers of
 * other transparency logs write it (C2SP {@code signed-note}).
 */
final class VerifierKey {

    static final byte ED25519 = 1;
    /** What X.509 puts before the 32 bytes of an Ed25519 key (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final int id;
    private final byte[] raw;
    private final PublicKey key;

    VerifierKey(String name, byte[] raw) {
        this.name = checkedName(name);
        this.raw = raw.clone();
        this.id = id(name, raw);
        this.key = publicKey(raw);
    }

    /** @throws MalformedRecord if this is no key, or not an Ed25519 one */
    static VerifierKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new MalformedRecord("this is no verifier key: name+id+key is expected");
        }
        byte[] typed = decoded(parts[2]);
        if (typed.length != 1 + Hash.LENGTH || typed[0] != ED25519) {
            throw new MalformedRecord("the key of %s is no Ed25519 key".formatted(parts[0]));
        }
        VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!parts[1].equals(hex(key.id))) {
            throw new MalformedRecord("the id of the key of %s should be %s, not %s: it was not copied whole".formatted(key.name, hex(key.id), parts[1]));
        }
        return key;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new MalformedRecord("this is no verifier key: its last part is no base64", e);
        }
    }

    static String checkedName(String name) {
        if (name.isEmpty() || name.codePoints().anyMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c))) {
            throw new MalformedRecord("a key's name is not empty and has neither blanks nor +: \"%s\"".formatted(name));
        }
        return name;
    }

    private static int id(String name, byte[] raw) {
        return ByteBuffer.wrap(Hash.sha256(name.getBytes(StandardCharsets.UTF_8), new byte[] { '\n', ED25519 }, raw)).getInt();
    }

    int id() {
        return id;
    }

    static String hex(int id) {
        return HexFormat.of().toHexDigits(id);
    }

    String name() {
        return name;
    }

    boolean made(Note.Signature signature) {
        return signature.keyId() == id && signature.name().equals(name);
    }

    boolean verifies(byte[] text, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(text);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicKey publicKey(byte[] raw) {
        try {
            byte[] encoded = ByteBuffer.allocate(X509.length + raw.length).put(X509).put(raw).array();
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new MalformedRecord("this is no Ed25519 key: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        byte[] typed = ByteBuffer.allocate(1 + raw.length).put(ED25519).put(raw).array();
        return "%s+%s+%s".formatted(name, hex(id), Base64.getEncoder().encodeToString(typed));
    }
}
