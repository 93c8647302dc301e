package org.deskwright.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Signs checkpoints. Written in two lines, the secret one as other transparency logs write it
 * ({@code PRIVATE+KEY+name+id+base64}) and the verifier key, which is what outsiders get.
 */
final class SigningKey {

    private static final String SECRET = "PRIVATE+KEY+";
    /** What PKCS#8 puts before the 32 bytes of an Ed25519 seed (RFC 8410). */
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final byte[] seed;
    private final PrivateKey key;
    private final VerifierKey verifier;

    private SigningKey(byte[] seed, VerifierKey verifier) {
        this.seed = seed;
        this.verifier = verifier;
        this.key = privateKey(seed);
    }

    static SigningKey generate(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] raw = Arrays.copyOfRange(encoded, encoded.length - Hash.LENGTH, encoded.length);
            byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            return new SigningKey(seed, new VerifierKey(name, raw));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java since 15 has Ed25519", e);
        }
    }

    /** @throws MalformedRecord if these are not the two lines of one key */
    static SigningKey parse(String text) {
        String[] lines = text.strip().split("\n");
        if (lines.length != 2 || !lines[0].startsWith(SECRET)) {
            throw new MalformedRecord("this is no signing key: two lines are expected, the first beginning with " + SECRET);
        }
        VerifierKey verifier = VerifierKey.parse(lines[1]);
        String[] parts = lines[0].strip().substring(SECRET.length()).split("\\+", 3);
        byte[] typed = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
        if (typed.length != 1 + Hash.LENGTH || typed[0] != VerifierKey.ED25519) {
            throw new MalformedRecord("this is no Ed25519 signing key");
        }
        SigningKey key = new SigningKey(Arrays.copyOfRange(typed, 1, typed.length), verifier);
        if (!Note.signed("probe\n", key).isSignedBy(verifier)) {
            throw new MalformedRecord("the secret and the verifier key %s do not belong together".formatted(verifier));
        }
        return key;
    }

    VerifierKey verifier() {
        return verifier;
    }

    /** It comes from the same secret, so that there is one file to keep. */
    WritersMark writersMark() {
        return new WritersMark(derived("writer"));
    }

    /** Only for what was encrypted before there were {@link MasterKeys}: it cannot be destroyed without the signing key. */
    byte[] personsKey() {
        return derived("persons");
    }

    private byte[] derived(String use) {
        return Hash.sha256("deskwright %s\n".formatted(use).getBytes(StandardCharsets.UTF_8), seed);
    }

    Note.Signature sign(String text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return new Note.Signature(verifier.name(), verifier.id(), ed25519.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Nothing was signed", e);
        }
    }

    private static PrivateKey privateKey(byte[] seed) {
        try {
            byte[] encoded = ByteBuffer.allocate(PKCS8.length + seed.length).put(PKCS8).put(seed).array();
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java since 15 has Ed25519", e);
        }
    }

    /** Holds the secret: for the key's file alone. */
    String text() {
        byte[] typed = ByteBuffer.allocate(1 + seed.length).put(VerifierKey.ED25519).put(seed).array();
        return "%s%s+%s+%s\n%s\n".formatted(SECRET, verifier.name(), VerifierKey.hex(verifier.id()), Base64.getEncoder().encodeToString(typed), verifier);
    }
}
