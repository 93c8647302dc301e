package org.deskwright.faultrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import org.awaitility.Awaitility;

/** Kills one desk as often as wanted, always with requests under way, and waits after each start until all of them are settled. */
final class Siege {

    private static final int GRANTS = 4;
    private static final int RESETS = 2;
    /** How many people a siege needs at the most: each files one request. */
    static final int PEOPLE_PER_KILL = GRANTS + RESETS;
    static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);
    private static final Duration FUSE = Duration.ofMinutes(2);

    private final DeskUnderFire desk;
    private final DeskApi api;
    private final Targets targets;
    private final Random random;
    private final Consumer<Kill> story;
    private final List<Inquiry> underWay = new ArrayList<>();
    private final List<Kill> untold = new ArrayList<>();
    private int person;
    private Duration lastStart = Duration.ofSeconds(10);

    Siege(DeskUnderFire desk, Targets targets, Random random, Consumer<Kill> story) {
        this.desk = desk;
        this.api = desk.api();
        this.targets = targets;
        this.random = random;
        this.story = story;
    }

    /** @throws RuntimeException as soon as something is not settled in time, or stands in Cockpit as an incident */
    void run(int kills) throws Exception {
        begin();
        for (KillPoint point : KillPoint.sequence(kills)) {
            if (point.isWhileStarting()) {
                killStart(point);
            } else {
                if (!untold.isEmpty()) {
                    recover();
                }
                killUnderLoad(point);
            }
        }
        recover();
    }

    private void begin() throws IOException {
        Instant before = Instant.now();
        lastStart = Duration.between(before, desk.start());
        api.letAct("access-request");
        api.letAct("password-reset");
    }

    private void killStart(KillPoint point) throws Exception {
        desk.launch(point);
        if (point.hasFuse()) {
            desk.awaitDeath(FUSE);
        } else {
            Thread.sleep(random.nextLong(lastStart.toMillis()));
            desk.kill();
        }
        untold.add(new Kill(Instant.now(), point, null));
    }

    private void killUnderLoad(KillPoint point) throws Exception {
        List<Inquiry> load = load();
        targets.answer(switch (point) {
            case NO_ANSWER -> Manners.Answer.NEVER;
            case RECONCILING -> Manners.Answer.BROKEN_OFF;
            case AT_RANDOM -> Manners.Answer.LATE;
            default -> Manners.Answer.AT_ONCE;
        });
        if (point.hasFuse()) {
            desk.arm(point);
        }
        long before = targets.effects();
        ExecutorService people = Executors.newFixedThreadPool(load.size());
        try {
            load.forEach(inquiry -> people.submit(() -> send(inquiry)));
            die(point, before);
        } finally {
            people.shutdown();
        }
        untold.add(new Kill(Instant.now(), point, null));
        targets.answer(Manners.Answer.AT_ONCE);
    }

    private void die(KillPoint point, long before) throws InterruptedException {
        if (point.hasFuse()) {
            desk.awaitDeath(FUSE);
            return;
        }
        if (point == KillPoint.NO_ANSWER) {
            Awaitility.await("an effect").atMost(FUSE).pollInterval(Duration.ofMillis(20)).until(() -> targets.effects() > before);
        }
        Thread.sleep(random.nextInt(point == KillPoint.NO_ANSWER ? 300 : 4_000));
        desk.kill();
    }

    /** New people with new requests; those who need a code have it, and give it when the others file. */
    private List<Inquiry> load() {
        List<Inquiry> load = new ArrayList<>();
        for (int i = 0; i < GRANTS + RESETS; i++) {
            load.add(new Inquiry(person++, i >= GRANTS));
        }
        underWay.addAll(load);
        List<Inquiry> resets = load.stream().filter(Inquiry::isReset).toList();
        Awaitility.await("a code for " + resets).atMost(SETTLED_WITHIN).until(() -> {
            for (Inquiry reset : resets) {
                reset.file(api);
                if (!reset.isAsked(api, desk)) {
                    return false;
                }
            }
            return true;
        });
        return load;
    }

    /** Nobody is surprised if the desk dies before it answers; the request is sent again later. */
    private void send(Inquiry inquiry) {
        try {
            if (inquiry.isReset()) {
                inquiry.giveCode(api, desk);
            } else {
                inquiry.file(api);
            }
        } catch (IOException unanswered) {
            // as planned
        }
    }

    private List<Inquiry> stillUnderWay() throws IOException {
        for (Inquiry inquiry : List.copyOf(underWay)) {
            if (inquiry.follow(api, desk)) {
                underWay.remove(inquiry);
            }
        }
        return underWay;
    }

    private void recover() throws Exception {
        Instant launched = Instant.now();
        Instant ready = desk.start();
        lastStart = Duration.between(launched, ready);
        Awaitility.await("everything to be settled after " + untold).atMost(SETTLED_WITHIN).pollInterval(Duration.ofMillis(250))
                .untilAsserted(() -> assertThat(stillUnderWay()).isEmpty());
        long settled = Duration.between(ready, Instant.now()).toMillis();
        if (api.count("incident/count") + api.count("job/count?noRetriesLeft=true") > 0) {
            throw new IllegalStateException("A job has failed for good after " + untold);
        }
        Kill last = untold.remove(untold.size() - 1);
        untold.forEach(story);
        untold.clear();
        story.accept(new Kill(last.at(), last.point(), settled));
    }
}
