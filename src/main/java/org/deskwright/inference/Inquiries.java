package org.deskwright.inference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds things out while nobody waits: whoever asks commits and goes on, and the answer is settled in a transaction of its own. What
 * a node leaves unanswered another one asks again, or the same one after its restart.
 */
@Component
public class Inquiries implements DisposableBean {

    /** In flight on one node, of what a ticket waits for. */
    static final int MOST = 64;
    /** Of what nobody waits for. */
    static final int MOST_BESIDES = 8;
    /** Of what has waited long enough: it asks nobody who takes time, and a model that keeps all others waiting does not keep these. */
    static final int MOST_OVERDUE = 4;
    private static final int LINE_OVERDUE = 1_000;
    /** So long models have for a ticket, of the minute that it waits at most; the rest is for those who answer at once. */
    static final Duration PATIENCE = Duration.ofSeconds(50);
    private static final Logger LOG = LoggerFactory.getLogger(Inquiries.class);

    private final StoredInquiries stored;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ObjectProvider<Inquiry<?>> inquiries;
    /** What this node has taken. */
    private final Set<UUID> taken = ConcurrentHashMap.newKeySet();
    private final Hands awaited = new Hands("inquiry", MOST, 0);
    private final Hands besides = new Hands("inquiry-besides", MOST_BESIDES, 0);
    private final Hands overdue = new Hands("inquiry-overdue", MOST_OVERDUE, LINE_OVERDUE);
    /** Those who ask now stand behind those who could not be served. */
    private volatile boolean isCrowded;

    Inquiries(StoredInquiries stored, TransactionTemplate transaction, Clock clock, ObjectProvider<Inquiry<?>> inquiries) {
        this.stored = stored;
        this.transaction = transaction;
        this.clock = clock;
        this.inquiries = inquiries;
    }

    /**
     * In the transaction of who asks, and begun when that is committed. What is under way already is not asked twice.
     *
     * @param step of an {@link Inquiry}
     */
    public void ask(String ticket, String step) {
        if (!known().containsKey(step)) {
            throw new IllegalArgumentException("Nobody can find out \"%s\"; there are %s".formatted(step, known().keySet()));
        }
        if (!stored.isOpen(ticket, step)) {
            begin(stored.keep(ticket, step));
        }
    }

    private void begin(StoredInquiries.Open open) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    handOverInTurn(open);
                }
            });
        } else {
            handOverInTurn(open);
        }
    }

    private void handOverInTurn(StoredInquiries.Open open) {
        if (!isCrowded && !handOver(open)) {
            isCrowded = true; // it is found again in a moment
        }
    }

    private boolean handOver(StoredInquiries.Open open) {
        return hands(open).begin(open.id(), () -> workOn(open));
    }

    private Hands hands(StoredInquiries.Open open) {
        if (patience(open).isZero()) {
            return overdue;
        }
        return Optional.ofNullable(known().get(open.step())).filter(Inquiry::isAwaited).isPresent() ? awaited : besides;
    }

    @Scheduled(initialDelayString = "${desk.inquiries-every:1s}", fixedDelayString = "${desk.inquiries-every:1s}")
    void run() {
        stored.holdOn(List.copyOf(taken)); // it changes meanwhile
        Instant impatient = clock.instant().minus(PATIENCE);
        stored.overdue(impatient, overdue.free()).forEach(this::handOver);
        Map<Boolean, List<String>> steps = known().values().stream()
                .collect(Collectors.partitioningBy(Inquiry::isAwaited, Collectors.mapping(Inquiry::step, Collectors.toList())));
        boolean isLeft = isLeftOf(steps.get(true), impatient, awaited);
        isCrowded = isLeftOf(steps.get(false), impatient, besides) || isLeft;
    }

    private boolean isLeftOf(List<String> steps, Instant impatient, Hands hands) {
        int free = hands.free();
        List<StoredInquiries.Open> next = stored.untaken(steps, impatient, free + 1);
        next.stream().limit(free).forEach(this::handOver);
        return next.size() > free;
    }

    private void workOn(StoredInquiries.Open open) {
        try {
            Inquiry<?> inquiry = known().get(open.step());
            if (inquiry == null) {
                LOG.warn("Nobody can find out \"{}\" of {} in this version of the desk", open.step(), open.ticket());
            } else if (stored.take(open)) {
                taken.add(open.id());
                found(inquiry, open);
            }
        } catch (RuntimeException later) {
            LOG.warn("\"{}\" of {} could not be found out, and is asked again: {}", open.step(), open.ticket(), later.getClass().getName());
        } finally {
            taken.remove(open.id());
        }
    }

    /** The lease goes on while it is under way; if it fails, that ends it, and so does the end of this node. */
    private <A> void found(Inquiry<A> inquiry, StoredInquiries.Open open) {
        A answer = inquiry.answer(open.ticket(), patience(open));
        transaction.executeWithoutResult(status -> {
            if (stored.beginSettling(open)) {
                inquiry.settle(open.ticket(), answer);
            }
        });
    }

    private Duration patience(StoredInquiries.Open open) {
        Duration waited = Duration.between(open.askedAt(), clock.instant());
        return waited.compareTo(PATIENCE) < 0 ? PATIENCE.minus(waited) : Duration.ZERO;
    }

    private Map<String, Inquiry<?>> known() {
        return inquiries.stream().collect(Collectors.toMap(Inquiry::step, Function.identity()));
    }

    /** Whoever works on something is interrupted; it is asked again by whoever starts next. */
    @Override
    public void destroy() {
        List.of(awaited, besides, overdue).forEach(Hands::end);
    }
}
