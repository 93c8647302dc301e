package org.deskwright.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One-time codes for a second channel: 8 digits, 10 minutes, 5 tries, at most 3 codes per ticket; only a salted hash is
 * kept (OWASP ASVS 2.7, out-of-band verifiers). Issuing one makes those before it worthless.
 *
 * <p>People write phone and order numbers beside a code, so the first few numbers of an answer are tried, and the answer
 * costs one try. Whoever pastes numbers until one fits has 15 of 100 million per code, and 45 per ticket.
 */
@Component
public class OneTimeCodes {

    public static final Duration LIFETIME = Duration.ofMinutes(10);
    public static final int TRIES = 5;
    public static final int CODES_PER_TICKET = 3;
    private static final int NUMBERS_PER_TRY = 3;
    private static final Pattern EIGHT_DIGITS = Pattern.compile("(?<!\\d)(\\d{4})[ -]?(\\d{4})(?!\\d)");

    private final SecureRandom random = new SecureRandom();
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    OneTimeCodes(AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What came of an attempt. */
    public enum Answer {
        RIGHT, WRONG, EXPIRED, EXHAUSTED, NO_CODE,
        /** No code is out any more: it was given back, taken back, or tried too often. */
        SETTLED
    }

    /** A code that was sent and not given back yet; it may have run out in the meantime. */
    public record Awaited(Instant expiresAt, int triesLeft) {
    }

    private record Issued(UUID id, String salt, String hash, Instant expiresAt, int tries) {
    }

    /** Whether this ticket may have another code. */
    public boolean mayIssue(String ticket) {
        return jdbc.sql("select count(*) from one_time_code where ticket_number = ?").param(ticket)
                .query(Integer.class).single() < CODES_PER_TICKET;
    }

    /** A new code, in the clear for the one message that carries it. */
    public String issue(String ticket, String login) {
        settleAll(ticket);
        String code = "%08d".formatted(random.nextInt(100_000_000));
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        String salted = HexFormat.of().formatHex(salt);
        Instant now = clock.instant();
        jdbc.sql("insert into one_time_code (id, ticket_number, login, salt, hash, issued_at, expires_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), ticket, login, salted, hash(salted, code), Timestamp.from(now),
                        Timestamp.from(now.plus(LIFETIME)))
                .update();
        audit.write(ticket, "CODE_ISSUED", Actor.DESK, Map.of("login", Personal.login(login), "expiresAt", now.plus(LIFETIME)));
        return code;
    }

    /** The code that somebody has on their phone for this ticket. */
    public Optional<Awaited> awaited(String ticket) {
        return jdbc.sql("select expires_at, tries from one_time_code where ticket_number = ? and settled_at is null")
                .param(ticket)
                .query((row, i) -> new Awaited(row.getTimestamp("expires_at").toInstant(), TRIES - row.getInt("tries")))
                .optional();
    }

    /** Whether this person has a code on their phone, for whichever ticket. */
    public boolean isAwaitedFrom(String login) {
        return jdbc.sql("select count(*) from one_time_code where login = ? and settled_at is null").param(login)
                .query(Integer.class).single() > 0;
    }

    /**
     * Looks for a code in what the person wrote and tries it: the first three different numbers of eight digits, in their
     * order, for one try together. Text without such a number costs none; once the code has run out, any text says so.
     */
    public Answer check(String ticket, String text) {
        Answer answer = answer(ticket, text);
        audit.write(ticket, "CODE_CHECKED", Actor.DESK, Map.of("answer", answer));
        return answer;
    }

    private Answer answer(String ticket, String text) {
        Issued issued = jdbc.sql("select * from one_time_code where ticket_number = ? and settled_at is null for update")
                .param(ticket)
                .query((row, i) -> new Issued(row.getObject("id", UUID.class), row.getString("salt"), row.getString("hash"),
                        row.getTimestamp("expires_at").toInstant(), row.getInt("tries")))
                .optional().orElse(null);
        if (issued == null) {
            return Answer.SETTLED;
        }
        if (!clock.instant().isBefore(issued.expiresAt())) {
            settleAll(ticket);
            return Answer.EXPIRED;
        }
        List<String> candidates = candidates(text);
        if (candidates.isEmpty()) {
            return Answer.NO_CODE;
        }
        if (candidates.stream().anyMatch(candidate -> isRight(issued, candidate))) {
            settleAll(ticket);
            return Answer.RIGHT;
        }
        jdbc.sql("update one_time_code set tries = tries + 1 where id = ?").param(issued.id()).update();
        if (issued.tries() + 1 >= TRIES) {
            settleAll(ticket);
            return Answer.EXHAUSTED;
        }
        return Answer.WRONG;
    }

    /** Numbers may share digits: in "extension 4357 1234 5678" the code is the second. */
    private static List<String> candidates(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher digits = EIGHT_DIGITS.matcher(text);
        for (int from = 0; found.size() < NUMBERS_PER_TRY && digits.find(from); from = digits.start() + 1) {
            found.add(digits.group(1) + digits.group(2));
        }
        return List.copyOf(found);
    }

    /** The code that is out becomes worthless: nobody waits for it any more. */
    public void withdraw(String ticket) {
        settleAll(ticket);
    }

    private static boolean isRight(Issued issued, String code) {
        return MessageDigest.isEqual(hash(issued.salt(), code).getBytes(StandardCharsets.US_ASCII),
                issued.hash().getBytes(StandardCharsets.US_ASCII));
    }

    private void settleAll(String ticket) {
        jdbc.sql("update one_time_code set settled_at = ? where ticket_number = ? and settled_at is null")
                .params(Timestamp.from(clock.instant()), ticket).update();
    }

    private static String hash(String salt, String code) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest((salt + code).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
