package org.deskwright.audit;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A process that does nothing but write entries, some of which are rolled back, and seal them, until a line on standard input
 * tells it to end, or somebody kills it. Arguments: the record's database and folder.
 */
final class BusyRecord {

    /** Said when the first entries are sealed. */
    static final String WRITING = "writing";
    static final int REFUSED = 3;
    private static final int WRITERS = 3;
    private static final int MOST_AT_ONCE = 5;

    enum Order { END }

    private BusyRecord() {
    }

    public static void main(String[] arguments) throws Exception {
        OwnRecord record = OwnRecord.afterRestart(arguments[0], Path.of(arguments[1]));
        for (int i = 0; i < WRITERS; i++) {
            daemon(() -> write(record));
        }
        daemon(() -> seal(record));
        boolean told = new BufferedReader(new InputStreamReader(System.in)).readLine() != null;
        Runtime.getRuntime().halt(told ? 0 : 1);
    }

    private static void write(OwnRecord record) {
        AuditLog log = record.log();
        while (true) {
            record.transaction().executeWithoutResult(status -> {
                for (int i = random(MOST_AT_ONCE); i >= 0; i--) {
                    log.write("DW-" + random(50), "TESTED", Actor.person("person" + random(3)), Map.of("text", Personal.text("Hello " + i)));
                    pause(random(4));
                }
                if (random(10) == 0) {
                    status.setRollbackOnly();
                }
            });
        }
    }

    private static void seal(OwnRecord record) {
        try {
            Notary notary = record.notary(record.checkpoints);
            notary.compare();
            Sealer sealer = record.sealer(notary);
            while (sealer.seal() == 0) {
                pause(10);
            }
            System.out.println(WRITING);
            while (true) {
                sealer.sealAll();
                pause(10);
            }
        } catch (MalformedRecord refused) {
            System.out.println(refused.getMessage());
            Runtime.getRuntime().halt(REFUSED);
        }
    }

    private static int random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }
}
