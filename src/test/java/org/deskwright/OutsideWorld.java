package org.deskwright;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.deskwright.identity.AccessGroups;
import org.deskwright.identity.Attempt;
import org.deskwright.identity.IdentityProvider;
import org.deskwright.identity.NotShown;
import org.deskwright.identity.VerifiedSubject;

/** The systems that the desk acts on. A test says what happens before and after each call, and counts them. */
public final class OutsideWorld implements AccessGroups, IdentityProvider {

    /** Ids of the actions that arrived, in order. */
    public final List<UUID> calls = new CopyOnWriteArrayList<>();
    public final AtomicInteger looks = new AtomicInteger();
    /** {@code login/group} */
    public final Set<String> members = ConcurrentHashMap.newKeySet();
    private final Set<UUID> links = ConcurrentHashMap.newKeySet();
    private final Set<UUID> begun = ConcurrentHashMap.newKeySet();
    private final Set<UUID> used = ConcurrentHashMap.newKeySet();
    /** Logins and groups that the directory does not show. */
    public final Set<String> hidden = ConcurrentHashMap.newKeySet();
    private volatile boolean blind;
    private volatile Runnable before = () -> { };
    private volatile Runnable after = () -> { };
    private volatile Runnable seen = () -> { };

    public void reset() {
        before = () -> { };
        after = () -> { };
        seen = () -> { };
        calls.clear();
        looks.set(0);
        members.clear();
        hidden.clear();
        blind = false;
    }

    /** Nobody can be asked how things are. */
    public void blind(boolean now) {
        blind = now;
    }

    private void look() {
        looks.incrementAndGet();
        if (blind) {
            throw new IllegalStateException("No answer");
        }
    }

    /** Runs inside each call, before anything has changed. */
    public void before(Runnable step) {
        before = step;
    }

    /** Runs inside each call, when everything has changed. */
    public void after(Runnable step) {
        after = step;
    }

    /** Runs after each look at a membership, before anybody goes by it. */
    public void seen(Runnable step) {
        seen = step;
    }

    @Override
    public boolean isMember(String login, String group) {
        look();
        if (hidden.contains(login)) {
            throw NotShown.account(login);
        }
        if (hidden.contains(group)) {
            throw NotShown.group(group);
        }
        boolean member = members.contains(login + "/" + group);
        seen.run();
        return member;
    }

    @Override
    public void add(VerifiedSubject subject, String group, Attempt attempt) {
        call(attempt, () -> members.add(subject.login() + "/" + group));
    }

    @Override
    public void remove(VerifiedSubject subject, String group, Attempt attempt) {
        call(attempt, () -> members.remove(subject.login() + "/" + group));
    }

    @Override
    public void sendResetLink(VerifiedSubject subject, Attempt attempt) {
        begun.add(attempt.actionId());
        call(attempt, () -> links.add(attempt.actionId()));
    }

    @Override
    public boolean isResetLinkBegun(UUID actionId) {
        look();
        return begun.contains(actionId);
    }

    @Override
    public boolean giveUpResetLink(UUID actionId) {
        look();
        return !links.contains(actionId);
    }

    /** Somebody chooses a password with the link. */
    public void use(UUID actionId) {
        links.add(actionId);
        used.add(actionId);
    }

    @Override
    public boolean isResetLinkUsed(UUID actionId) {
        look();
        return used.contains(actionId);
    }

    @Override
    public Optional<String> resetMail(UUID actionId) {
        return Optional.empty();
    }

    @Override
    public boolean isResetLinkSent(UUID actionId) {
        look();
        return links.contains(actionId);
    }

    @Override
    public boolean isResetLinkOpen(UUID actionId) {
        look();
        return links.contains(actionId) && !used.contains(actionId);
    }

    @Override
    public void cancelResetLink(UUID actionId) {
        calls.add(actionId);
        before.run();
        links.remove(actionId);
        after.run();
    }

    private void call(Attempt attempt, Runnable change) {
        calls.add(attempt.actionId());
        before.run();
        attempt.begin();
        change.run();
        after.run();
    }
}
