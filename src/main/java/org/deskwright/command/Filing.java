package org.deskwright.command;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Files texts, several at once. After the first that cannot be filed no other is begun; what was filed until then is known. */
class Filing {

    private static final int LONGEST_SUBJECT = 80;

    private final DeskClient desk;
    private final UUID run = UUID.randomUUID();
    private final Map<String, String> labels = new ConcurrentHashMap<>();
    private volatile Exception failure;

    Filing(DeskClient desk) {
        this.desk = desk;
    }

    void file(List<Texts.Text> texts, int threads, Runnable progress) throws InterruptedException {
        ExecutorService senders = Executors.newFixedThreadPool(threads);
        try {
            for (int i = 0; i < texts.size(); i++) {
                String key = run + ":" + i;
                Texts.Text text = texts.get(i);
                senders.execute(() -> file(text, key, progress));
            }
            senders.shutdown();
            senders.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } finally {
            senders.shutdownNow();
        }
    }

    /** Number of each ticket → its row's label. */
    Map<String, String> labels() {
        return labels;
    }

    /** Why not all were filed. */
    Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    private void file(Texts.Text request, String key, Runnable progress) {
        if (failure != null) {
            return;
        }
        try {
            labels.put(desk.file(subject(request.text()), request.text(), key), String.valueOf(request.label()));
            progress.run();
        } catch (IOException | InterruptedException | DeskClient.Refused e) {
            failure = e;
        }
    }

    private static String subject(String text) {
        String line = text.lines().findFirst().orElse(text).replace('\t', ' ');
        return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }
}
