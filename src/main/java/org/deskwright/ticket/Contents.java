package org.deskwright.ticket;

import java.util.Optional;

/**
 * What the database holds in the place of words, and the way back to them. With {@code desk.privacy.content=desk} it holds the
 * words; with {@code source} a placeholder, and what that stands for is encrypted with a key of the ticket, or lies where the
 * request came from. Placeholders can stand within other words: whoever puts a sentence together, or a mail, need not know the
 * words that it quotes, and a home that does not answer keeps nobody from writing.
 *
 * <p>Words, and so placeholders, are in {@code ticket.subject}, {@code body} and {@code resolution_text}; {@code timeline.what};
 * {@code message.subject}, {@code body} and {@code why}; {@code attachment.file_name} and {@code content}; {@code verdict.text};
 * {@code revocation.reason}; {@code ledger.evidence}; {@code machine_text.text}. The record encrypts them by itself, with the keys of people. Every other
 * column holds numbers, ids, codes, addresses and names, or what the desk says by itself; the reasons that operators give for
 * switches, phases, the breaker and a process ended in Cockpit are about the desk, and stay. The engine is never told words.
 */
public interface Contents {

    /**
     * @param ticket whose words they are; {@code null} for what belongs to none, of which nothing is kept but where it lies, and that for good
     * @param words  {@code null} stays {@code null}
     * @param source where they came from, as {@link Home} knows it, for instance {@code mail:<id@host>}; {@code null} if from a
     *               person directly
     * @return what to store in their place
     */
    String kept(String ticket, String words, String source);

    /** Whether what is kept from now on stays; if not, it goes when its ticket is closed. */
    boolean staysForGood();

    /** What somebody said to the desk itself, or the desk's people did: it has no other home. */
    default String kept(String ticket, String words) {
        return kept(ticket, words, null);
    }

    /** The same for a file. */
    byte[] kept(String ticket, byte[] file, String source);

    /** For people: a sentence in parentheses stands for words that are gone, or cannot be fetched at the moment. */
    String shown(String ticket, String kept);

    /**
     * For a carrier: a sentence in parentheses stands for words that are gone.
     *
     * @throws TextUnavailable if they cannot be fetched at the moment
     */
    String whole(String ticket, String kept);

    /**
     * For a step that works with them.
     *
     * @return empty if they are gone
     * @throws TextUnavailable if they cannot be fetched at the moment
     */
    Optional<String> read(String ticket, String kept);

    /** The same for a file. */
    Optional<byte[]> file(String ticket, byte[] kept);
}
