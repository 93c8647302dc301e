package org.deskwright.faultrun;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Halts this process, without any goodbye, as soon as it comes to the point that was chosen. */
final class Fuse implements MethodInterceptor {

    /** Tells the run that it was the fuse, and not the desk giving up. */
    static final int EXIT = 86;

    private volatile KillPoint armed;

    void arm(KillPoint point) {
        armed = point;
    }

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        return switch (call.getMethod().getName()) {
            case "intend" -> {
                at(KillPoint.BEFORE_A);
                yield call.proceed();
            }
            case "perform" -> {
                at(KillPoint.AFTER_A);
                Object evidence = call.proceed();
                at(KillPoint.ANSWERED);
                yield evidence;
            }
            case "settle" -> settle(call);
            case "releaseLost" -> {
                Object released = call.proceed();
                at(KillPoint.RECOVERING);
                yield released;
            }
            default -> call.proceed();
        };
    }

    /** A job settles inside the engine's transaction; the reconciler has none around it. */
    private Object settle(MethodInvocation call) throws Throwable {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            at(KillPoint.RECONCILING);
            return call.proceed();
        }
        Object settled = call.proceed();
        at(KillPoint.AFTER_B);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                at(KillPoint.COMMITTED);
            }
        });
        return settled;
    }

    private void at(KillPoint point) {
        if (armed == point) {
            Runtime.getRuntime().halt(EXIT);
        }
    }
}
