package org.deskwright.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM, with the nonce before what it was used for. */
final class Encryption {

    private static final String AES = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String CHANGED = "A person's part of the record cannot be encrypted or read: "
            + "either the record's key is not the one it was written with, or the table person_key was changed";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Encryption() {
    }

    /** @param owner is authenticated with it: what is one's cannot be laid to somebody else's charge */
    static byte[] encrypted(byte[] key, String owner, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, nonce, owner, plain);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /** @throws IllegalStateException if it is not this owner's, was changed, or has another key */
    static byte[] decrypted(byte[] key, String owner, byte[] data) {
        if (data == null || data.length < NONCE + TAG_BITS / Byte.SIZE) {
            throw new IllegalStateException(CHANGED);
        }
        return crypt(Cipher.DECRYPT_MODE, key, Arrays.copyOf(data, NONCE), owner, Arrays.copyOfRange(data, NONCE, data.length));
    }

    private static byte[] crypt(int mode, byte[] key, byte[] nonce, String owner, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance(AES);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(CHANGED, e);
        }
    }
}
