package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the notes and keys that the makers of the format publish. */
class NoteTest {

    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String PETER_SECRET = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    private static final String TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private static final String NOTE = TEXT
            + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    @Test
    void thePublishedNoteIsReadCheckedAndWrittenAgain() {
        Note note = Note.parse(NOTE);
        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.isSignedBy(VerifierKey.parse(PETER))).isTrue();
        assertThat(note.isSignedBy(VerifierKey.parse(ENOCH))).isFalse();
        assertThat(note).hasToString(NOTE);
    }

    @Test
    void thePublishedKeySignsThePublishedNote() {
        SigningKey key = SigningKey.parse(PETER_SECRET + "\n" + PETER + "\n");
        assertThat(Note.signed(TEXT, key)).hasToString(NOTE);
        assertThat(key.text()).isEqualTo(PETER_SECRET + "\n" + PETER + "\n");
    }

    @Test
    void oneChangedLetterSpoilsTheNote() {
        assertThat(Note.parse(NOTE.replace("answer", "Answer")).isSignedBy(VerifierKey.parse(PETER))).isFalse();
    }

    @Test
    void aWrongSignatureOfAKnownKeySpoilsTheNoteThoughARightOneStandsBesideIt() {
        Note note = Note.parse(NOTE);
        Note.Signature right = note.signatures().get(0);
        Note.Signature wrong = new Note.Signature(right.name(), right.keyId(), new byte[64]);
        assertThat(new Note(TEXT, List.of(right, wrong)).isSignedBy(VerifierKey.parse(PETER))).isFalse();
    }

    @Test
    void aNewKeySignsWhatItsVerifierKeyAccepts() {
        SigningKey key = SigningKey.generate("desk.example.org/record");
        SigningKey readAgain = SigningKey.parse(key.text());
        VerifierKey outsider = VerifierKey.parse(key.verifier().toString());
        assertThat(Note.parse(Note.signed(TEXT, readAgain).toString()).isSignedBy(outsider)).isTrue();
    }

    @Test
    void theTwoLinesOfDifferentKeysAreRefused() {
        assertThatThrownBy(() -> SigningKey.parse(PETER_SECRET + "\n" + ENOCH)).isInstanceOf(MalformedRecord.class)
                .hasMessageContaining("do not belong together");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "PeterNeumann", "PeterNeumann+c74f20a3+", "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            "PeterNeumann+c74f20a3+AhRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T", "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW" })
    void whatIsNoVerifierKeyIsRefused(String key) {
        assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(MalformedRecord.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "text\n", "text\n\n", "text\n\n- name AAAAAAAA\n", "text\n\n\u2014 name AAAA\n", "text\n\n\u2014 name not-base64!\n",
            "te\rxt\n\n\u2014 name x08go/ZJkuA=\n", "text\n\n\u2014 name x08go/ZJkuA=", "text\n\n\u2014 na+me x08go/ZJkuA=\n" })
    void whatIsNoNoteIsRefused(String note) {
        assertThatThrownBy(() -> Note.parse(note)).isInstanceOf(MalformedRecord.class);
    }

    @Test
    void aCheckpointIsOpenedOnlyWithTheKeyOfItsOwnLog() {
        SigningKey key = SigningKey.generate("desk.example.org/record");
        Checkpoint head = new Checkpoint("desk.example.org/record", 20852163, Hash.ofBase64("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="));
        assertThat(head.text()).isEqualTo("desk.example.org/record\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n");
        assertThat(Checkpoint.opened(Note.signed(head.text(), key), key.verifier())).isEqualTo(head);

        Note elsewhere = Note.signed(new Checkpoint("other.example.org/record", 1, Hash.EMPTY).text(), key);
        assertThatThrownBy(() -> Checkpoint.opened(elsewhere, key.verifier())).hasMessageContaining("another log");
        SigningKey another = SigningKey.generate("desk.example.org/record");
        Note byAnother = Note.signed(head.text(), another);
        assertThatThrownBy(() -> Checkpoint.opened(byAnother, key.verifier())).hasMessageContaining("is not signed by " + key.verifier())
                .hasMessageContaining("but by desk.example.org/record+%s: this is the key of another desk", VerifierKey.hex(another.verifier().id()));
        Note changed = new Note(elsewhere.text(), Note.signed(head.text(), key).signatures());
        assertThatThrownBy(() -> Checkpoint.opened(changed, key.verifier())).hasMessageContaining("a signature in its name, which does not fit");
        Note noHead = Note.signed("desk.example.org/record\n-1\nAAAA\n", key);
        assertThatThrownBy(() -> Checkpoint.opened(noHead, key.verifier())).hasMessageContaining("this is no checkpoint");
    }

    @Test
    void aProofConvincesWithoutTheRecord() {
        SigningKey key = SigningKey.generate("desk.example.org/record");
        byte[] entry = "{\"what\":\"an entry\"}".getBytes(StandardCharsets.UTF_8);
        Frontier tree = new Frontier();
        Hash other = Hash.ofLeaf(new byte[1]);
        tree.append(other);
        tree.append(Hash.ofLeaf(entry));
        TlogProof proof = new TlogProof(entry, 1, List.of(other), Note.signed(new Checkpoint(key.verifier().name(), 2, tree.root()).text(), key));

        TlogProof read = TlogProof.parse(proof.toString());
        assertThat(read.check(key.verifier()).size()).isEqualTo(2);
        assertThat(read.entryText()).isEqualTo("{\"what\":\"an entry\"}");
        assertThatThrownBy(() -> new TlogProof(new byte[2], 1, read.path(), read.checkpoint()).check(key.verifier()))
                .hasMessage("the entry does not stand at index 1 of the record of 2 entries");
        assertThatThrownBy(() -> TlogProof.parse("c2sp.org/tlog-proof@v1\nindex 0\n\n")).isInstanceOf(MalformedRecord.class);
    }
}
