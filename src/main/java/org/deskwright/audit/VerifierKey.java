package org.deskwright.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * Who may have signed a checkpoint: a name and an Ed25519 public key, written {@code name+id+base64} as the verifiers of
 * other transparency logs write it (C2SP {@code signed-note}).
 */
final class VerifierKey {

    static final byte ED25519 = 1;

    private final String name;
    private final int id;
    private final byte[] raw;
    private final Ed25519PublicKeyParameters key;

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

    /** Not with Java's own, which takes ten times as long: a record has a signature for nearly every second something was done. */
    boolean verifies(byte[] text, byte[] signature) {
        Ed25519Signer ed25519 = new Ed25519Signer();
        ed25519.init(false, key);
        ed25519.update(text, 0, text.length);
        return ed25519.verifySignature(signature);
    }

    private static Ed25519PublicKeyParameters publicKey(byte[] raw) {
        try {
            return new Ed25519PublicKeyParameters(raw);
        } catch (IllegalArgumentException e) {
            throw new MalformedRecord("this is no Ed25519 key: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        byte[] typed = ByteBuffer.allocate(1 + raw.length).put(ED25519).put(raw).array();
        return "%s+%s+%s".formatted(name, hex(id), Base64.getEncoder().encodeToString(typed));
    }
}
