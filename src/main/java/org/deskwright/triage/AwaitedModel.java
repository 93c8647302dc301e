package org.deskwright.triage;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import org.springframework.beans.factory.SmartInitializingSingleton;

/** A classifier that is made while the rest of the desk starts; the desk is not ready before it is. */
final class AwaitedClassifier implements Classifier, SmartInitializingSingleton {

    private final CompletableFuture<Classifier> made = new CompletableFuture<>();

    AwaitedClassifier(Supplier<Classifier> maker) {
        Thread thread = new Thread(() -> {
            try {
                made.complete(maker.get());
            } catch (Throwable e) {
                // also an OutOfMemoryError must end the waiting
                made.completeExceptionally(e);
            }
        }, "classifier-training");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public Classification classify(String subject, String body) {
        return classifier().classify(subject, body);
    }

    /** Web server and pollers start after this. */
    @Override
    public void afterSingletonsInstantiated() {
        classifier();
    }

    private Classifier classifier() {
        try {
            return made.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("There is no classifier: " + e.getCause().getMessage(), e.getCause());
        }
    }
}
