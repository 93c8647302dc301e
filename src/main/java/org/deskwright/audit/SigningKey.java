package org.deskwright.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * Signs checkpoints. Written in two lines, the secret one as other transparency logs write it
 * ({@code PRIVATE+KEY+name+id+base64}) and the verifier key, which is what outsiders get.
 */
final class SigningKey {

    private static final String SECRET = "PRIVATE+KEY+";

    private final Ed25519PrivateKeyParameters key;
    private final VerifierKey verifier;

    private SigningKey(Ed25519PrivateKeyParameters key, VerifierKey verifier) {
        this.key = key;
        this.verifier = verifier;
    }

    static SigningKey generate(String name) {
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(new SecureRandom());
        return new SigningKey(key, new VerifierKey(name, key.generatePublicKey().getEncoded()));
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
        SigningKey key = new SigningKey(new Ed25519PrivateKeyParameters(typed, 1), verifier);
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
        return Hash.sha256("deskwright %s\n".formatted(use).getBytes(StandardCharsets.UTF_8), key.getEncoded());
    }

    /** Not with Java's own, as in {@link VerifierKey#verifies}: a busy desk signs twice a second. */
    Note.Signature sign(String text) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        Ed25519Signer ed25519 = new Ed25519Signer();
        ed25519.init(true, key);
        ed25519.update(message, 0, message.length);
        return new Note.Signature(verifier.name(), verifier.id(), ed25519.generateSignature());
    }

    /** Holds the secret: for the key's file alone. */
    String text() {
        byte[] typed = ByteBuffer.allocate(1 + Hash.LENGTH).put(VerifierKey.ED25519).put(key.getEncoded()).array();
        return "%s%s+%s+%s\n%s\n".formatted(SECRET, verifier.name(), VerifierKey.hex(verifier.id()), Base64.getEncoder().encodeToString(typed), verifier);
    }
}
