package org.deskwright.inference;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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

    /** In flight on one node. */
    static final int MOST = 64;
    /** So long models have for a ticket, of the minute that it waits at most; the rest is for those who answer at once. */
    static final Duration PATIENCE = Duration.ofSeconds(50);
    private static final Logger LOG = LoggerFactory.getLogger(Inquiries.class);

    private final StoredInquiries stored;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ObjectProvider<Inquiry<?>> inquiries;
    /** Handed to a worker here. */
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    /** Of those, what this node has taken. */
    private final Set<UUID> taken = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(0, MOST, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
        Thread thread = new Thread(task, "inquiry");
        thread.setDaemon(true);
        return thread;
    });

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
                    handOver(open);
                }
            });
        } else {
            handOver(open);
        }
    }

    /** If all hands are full, it is found again in a moment. */
    private void handOver(StoredInquiries.Open open) {
        if (underWay.add(open.id())) {
            try {
                workers.execute(() -> workOn(open));
            } catch (RejectedExecutionException full) {
                underWay.remove(open.id());
            }
        }
    }

    @Scheduled(initialDelayString = "${desk.inquiries-every:1s}", fixedDelayString = "${desk.inquiries-every:1s}")
    void run() {
        stored.holdOn(List.copyOf(taken)); // it changes meanwhile
        int free = MOST - workers.getActiveCount();
        if (free > 0) {
            stored.untaken(free).forEach(this::handOver);
        }
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
            underWay.remove(open.id());
        }
    }

    /** The lease goes on while it is under way; if it fails, that ends it, and so does the end of this node. */
    private <A> void found(Inquiry<A> inquiry, StoredInquiries.Open open) {
        Duration waited = Duration.between(open.askedAt(), clock.instant());
        Duration patience = waited.compareTo(PATIENCE) < 0 ? PATIENCE.minus(waited) : Duration.ZERO;
        A answer = inquiry.answer(open.ticket(), patience);
        transaction.executeWithoutResult(status -> {
            if (stored.beginSettling(open)) {
                inquiry.settle(open.ticket(), answer);
            }
        });
    }

    private Map<String, Inquiry<?>> known() {
        return inquiries.stream().collect(Collectors.toMap(Inquiry::step, Function.identity()));
    }

    /** Whoever works on something is interrupted; it is asked again by whoever starts next. */
    @Override
    public void destroy() {
        workers.shutdownNow();
    }
}
