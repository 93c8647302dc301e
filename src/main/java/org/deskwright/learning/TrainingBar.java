package org.deskwright.learning;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a training is, at a shell. */
final class TrainingBar implements Progress, AutoCloseable {

    private final ProgressBar bar = new ProgressBarBuilder().setTaskName("Training").setInitialMax(1).setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(500).build();

    @Override
    public void at(String what, int done, int of) {
        bar.maxHint(of);
        bar.stepTo(done);
        bar.setExtraMessage(what);
    }

    @Override
    public void close() {
        bar.close();
    }
}
