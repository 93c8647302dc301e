package org.deskwright.triage;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import org.deskwright.learning.TextModel;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** The model of the shipped history, which is made while the rest of the desk starts; the desk is not ready before it is. */
final class AwaitedModel implements SmartInitializingSingleton {

    private final CompletableFuture<TextModel> made = new CompletableFuture<>();

    AwaitedModel(Supplier<TextModel> maker) {
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

    /** @throws IllegalStateException if it could not be made */
    TextModel get() {
        try {
            return made.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("There is no classifier: " + e.getCause().getMessage(), e.getCause());
        }
    }

    /** Web server and pollers start after this. */
    @Override
    public void afterSingletonsInstantiated() {
        get();
    }
}
