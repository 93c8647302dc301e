package org.deskwright.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 hash as RFC 6962 (section 2.1) takes it: leaves and nodes are told apart by their first byte. */
public final class Hash {

    static final int LENGTH = 32;
    /** The root of the tree that has no leaves. */
    static final Hash EMPTY = new Hash(sha256(new byte[0]));
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException if these are not 32 bytes */
    static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A hash has %d bytes, this one has %d".formatted(LENGTH, bytes.length));
        }
        return new Hash(bytes.clone());
    }

    /** As a database has it: what is no hash any more fits to nothing. */
    static Hash stored(byte[] bytes) {
        return bytes != null && bytes.length == LENGTH ? of(bytes) : EMPTY;
    }

    /** What a query reads of a column with hashes or marks: nothing of what is none, however large that is. */
    static String column(String name) {
        return "case when octet_length(%1$s) = %2$d then %1$s end as %3$s".formatted(name, LENGTH, name.substring(name.indexOf('.') + 1));
    }

    static Hash ofBase64(String text) {
        return of(Base64.getDecoder().decode(text));
    }

    static Hash ofHex(String text) {
        return of(HexFormat.of().parseHex(text));
    }

    static Hash ofLeaf(byte[] content) {
        return new Hash(sha256(new byte[] { LEAF }, content));
    }

    static Hash ofNode(Hash left, Hash right) {
        return new Hash(sha256(new byte[] { NODE }, left.bytes, right.bytes));
    }

    /** SHA-256 of bytes that are no part of a tree, in hexadecimal digits. */
    public static String hexOf(byte[] content) {
        return HexFormat.of().formatHex(sha256(content));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
